/** LangSmith's view as a saved filter. Reading believes nothing and drops nothing. */
import type { FilterView } from '../../contract/filter-view.ts';
import { allOf } from '../../lib/all-of.ts';
import { defaultRunsScreen, defaultThreadsScreen } from '../../url/defaults.ts';
import type { WindowChoice } from '../../url/screens.ts';
import { parseWindow, printWindow } from '../../url/window-text.ts';
import { readForeignFilter } from './foreign-filter.ts';
import type { SavedContent, SavedFilter } from './saved-filter.ts';
import { queryOf, readQuery, type SavedQuery, withoutWindow } from './saved-query.ts';
import { readNote } from './view-note.ts';

const SCOPES = ['filter', 'traceFilter', 'treeFilter'] as const;
const SCOPE_WORDS = { filter: 'Run', traceFilter: 'Root run', treeFilter: 'Any run' } as const;

type Texts = Readonly<Record<(typeof SCOPES)[number], string>>;

interface Shown {
  readonly query: SavedQuery;
  readonly remarks: readonly string[];
}

export function savedFromView(view: FilterView): SavedFilter {
  const { text, link } = readNote(view.description);
  const shown = link === undefined ? foreignShown(view) : notedShown(link, view);
  const filters = filtersOf(view);
  const whole = withFilters(shown.query, filters.texts);
  return {
    place: 'team',
    id: view.id,
    name: view.name || 'Without a name',
    description: text,
    content: filters.unreadable ?? { kind: 'query', query: whole.query },
    remarks: [
      ...typeRemarks(view.type),
      ...unreadRemarks(view),
      ...shown.remarks,
      ...filters.remarks,
      ...whole.remarks,
    ],
    version: `${view.updatedAt} ${JSON.stringify(view)}`,
    changedAt: view.updatedTime,
  };
}

const bare = (view: FilterView): SavedQuery =>
  withoutWindow(queryOf(view.type === 'threads' ? defaultThreadsScreen() : defaultRunsScreen()));

/** Everything but the filters, from the note that Runlens wrote; the window only while LangSmith has no other. */
function notedShown(link: string, view: FilterView): Shown {
  const read = readQuery(link, false);
  if (read.kind !== 'ok') {
    return {
      query: bare(view),
      remarks: [`Its columns, rows and window could not be read; the filters are all there. ${read.reason}`],
    };
  }
  const own = windowOf(view);
  const noted = read.query.window;
  if (own && (!noted || printWindow(own) !== printWindow(noted))) {
    const remark = 'Its window was changed in LangSmith after it was saved here; that one is used.';
    return { query: { ...read.query, window: own }, remarks: [...read.remarks, remark] };
  }
  if (view.duration !== undefined && !own) {
    const remark = `LangSmith’s own window for it, “${view.duration}”, is of a form that is not known here; the one that was saved here is used.`;
    return { query: read.query, remarks: [...read.remarks, remark] };
  }
  const isLost = !own && noted?.kind === 'absolute';
  const lost = 'Its window was taken away in LangSmith; the one that was saved here is used.';
  return { query: read.query, remarks: isLost ? [...read.remarks, lost] : read.remarks };
}

/** LangSmith's own views: nothing is said of columns, and the form of a duration is not documented. */
function foreignShown(view: FilterView): Shown {
  const query = bare(view);
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

export function windowOf({ startTime, endTime, duration }: FilterView): WindowChoice | undefined {
  if (duration !== undefined) return parseWindow(duration);
  if (startTime === undefined && endTime === undefined) return undefined;
  return {
    kind: 'absolute',
    ...(startTime === undefined ? {} : { from: startTime }),
    ...(endTime === undefined ? {} : { to: endTime }),
  };
}

/** A list of threads asks about root runs alone, in one filter. */
function withFilters(query: SavedQuery, texts: Texts): Shown {
  if (query.kind === 'runs') return { query: { ...query, ...texts }, remarks: [] };
  if (texts.treeFilter !== '') {
    const { window } = query;
    return {
      query: { ...queryOf(defaultRunsScreen()), window, ...texts },
      remarks: ['A list of threads cannot ask about any run of a trace: it opens as a list of traces.'],
    };
  }
  return { query: { ...query, filter: allOf(texts.filter, texts.traceFilter) ?? '' }, remarks: [] };
}

const WIRE_NAMES: Readonly<Record<string, string>> = {
  filter_string: SCOPE_WORDS.filter,
  trace_filter_string: SCOPE_WORDS.traceFilter,
  tree_filter_string: SCOPE_WORDS.treeFilter,
};

function filtersOf(view: FilterView) {
  const read = SCOPES.map((scope) => [scope, readForeignFilter(view[scope])] as const);
  const odd = view.unread.filter(([field]) => WIRE_NAMES[field] !== undefined);
  const isUnreadable = odd.length > 0 || read.some(([, each]) => each.kind === 'unreadable');
  const unreadable: SavedContent | undefined = isUnreadable
    ? {
        kind: 'unreadable',
        reason:
          odd.length > 0
            ? 'What stands in place of its filter is no text.'
            : 'It is written in a syntax that is neither the API’s nor the search bar’s.',
        texts: [
          ...SCOPES.filter((scope) => view[scope] !== '').map(
            (scope) => [SCOPE_WORDS[scope], view[scope]] as const,
          ),
          ...odd.map(([field, text]) => [WIRE_NAMES[field] ?? field, text] as const),
        ],
      }
    : undefined;
  const texts = Object.fromEntries(
    read.map(([scope, each]) => [scope, each.kind === 'unreadable' ? '' : each.filter]),
  ) as Texts;
  const remarks = read.flatMap(([scope, each]) =>
    each.kind === 'translated' ? each.remarks.map((remark) => `${SCOPE_WORDS[scope]}: ${remark}`) : [],
  );
  return { unreadable, texts, remarks };
}

const unreadRemarks = ({ unread }: FilterView): readonly string[] =>
  unread
    .filter(([field]) => WIRE_NAMES[field] === undefined)
    .map(([field, text]) => `Its ${field.replaceAll('_', ' ')} could not be read: ${text}`);

const KNOWN_TYPES = ['runs', 'single_run', 'threads'];

const typeRemarks = (type: string): readonly string[] =>
  KNOWN_TYPES.includes(type)
    ? []
    : [`Made for “${type}”, which is not known here; it opens as a list of traces.`];
