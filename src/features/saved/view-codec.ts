/** LangSmith's view ⇄ a saved filter. Reading believes nothing and drops nothing. */
import type { FilterView, FilterViewDraft } from '../../contract/filter-view.ts';
import { defaultRunsScreen } from '../../url/defaults.ts';
import type { WindowChoice } from '../../url/screens.ts';
import { parseWindow } from '../../url/window-text.ts';
import { readForeignFilter } from './foreign-filter.ts';
import type { SavedContent, SavedDraft, SavedFilter } from './saved-filter.ts';
import { printQuery, queryOf, readQuery, type SavedQuery } from './saved-query.ts';
import { readNote, writeNote } from './view-note.ts';

const SCOPES = ['filter', 'traceFilter', 'treeFilter'] as const;
const SCOPE_WORDS = { filter: 'Run', traceFilter: 'Root run', treeFilter: 'Any run' } as const;

export function savedFromView(view: FilterView): SavedFilter {
  const { text, link } = readNote(view.description);
  const shown = link === undefined ? foreignShown(view) : notedShown(link);
  const filters = filtersOf(view);
  return {
    place: 'team',
    id: view.id,
    name: view.name || 'Without a name',
    description: text,
    content: filters.unreadable ?? { kind: 'query', query: { ...shown.query, ...filters.texts } },
    remarks: [...typeRemarks(view.type), ...shown.remarks, ...filters.remarks],
    version: `${view.updatedAt} ${JSON.stringify(view)}`,
    changedAt: view.updatedTime,
  };
}

interface Shown {
  readonly query: SavedQuery;
  readonly remarks: readonly string[];
}

/** Everything but the filters, from the note that Runlens wrote. */
function notedShown(link: string): Shown {
  const read = readQuery(link, false);
  if (read.kind === 'ok') return read;
  const { window: _window, ...query } = queryOf(defaultRunsScreen());
  return {
    query,
    remarks: [`Its columns, rows and window could not be read; the filters are all there. ${read.reason}`],
  };
}

/** LangSmith's own views: nothing is said of columns, and the form of a duration is not documented. */
function foreignShown(view: FilterView): Shown {
  const { window: _window, ...query } = queryOf(defaultRunsScreen());
  const window = windowOf(view);
  if (window) return { query: { ...query, window }, remarks: [] };
  return {
    query,
    remarks:
      view.duration === undefined
        ? []
        : [`Its window “${view.duration}” is of a form that is not known here; yours stays.`],
  };
}

function windowOf({ startTime, endTime, duration }: FilterView): WindowChoice | undefined {
  if (duration !== undefined) return parseWindow(duration);
  if (startTime === undefined && endTime === undefined) return undefined;
  return {
    kind: 'absolute',
    ...(startTime === undefined ? {} : { from: startTime }),
    ...(endTime === undefined ? {} : { to: endTime }),
  };
}

function filtersOf(view: FilterView) {
  const read = SCOPES.map((scope) => [scope, readForeignFilter(view[scope])] as const);
  const isUnreadable = read.some(([, each]) => each.kind === 'unreadable');
  const unreadable: SavedContent | undefined = isUnreadable
    ? {
        kind: 'unreadable',
        reason: 'It is written in a syntax that is neither the API’s nor the search bar’s.',
        texts: SCOPES.filter((scope) => view[scope] !== '').map((scope) => [SCOPE_WORDS[scope], view[scope]]),
      }
    : undefined;
  const texts = Object.fromEntries(
    read.map(([scope, each]) => [scope, each.kind === 'unreadable' ? '' : each.filter]),
  ) as Record<(typeof SCOPES)[number], string>;
  const remarks = read.flatMap(([scope, each]) =>
    each.kind === 'translated' ? each.remarks.map((remark) => `${SCOPE_WORDS[scope]}: ${remark}`) : [],
  );
  return { unreadable, texts, remarks };
}

function typeRemarks(type: string): readonly string[] {
  if (type === 'runs' || type === 'single_run') return [];
  return type === 'threads'
    ? ['Made for a list of threads; here it opens as a list of traces.']
    : [`Made for “${type}”, which is not known here; it opens as a list of traces.`];
}

export function viewDraft({ name, description, query }: SavedDraft): FilterViewDraft {
  const { window } = query;
  const bounds = window?.kind === 'absolute' ? { startTime: window.from, endTime: window.to } : {};
  const link = printQuery({ ...query, filter: '', traceFilter: '', treeFilter: '' });
  return {
    name,
    description: writeNote({ text: description, link }),
    filter: query.filter,
    traceFilter: query.traceFilter,
    treeFilter: query.treeFilter,
    ...bounds,
  };
}

/** A new description without losing the note in the old one. */
export const renamedDescription = (before: string, text: string): string =>
  writeNote({ text, link: readNote(before).link });
