/** A saved filter as LangSmith's view. What LangSmith's own page put there and the screen says as well stays. */
import type { FilterView, FilterViewDraft } from '../../contract/filter-view.ts';
import { printWindow } from '../../url/window-text.ts';
import type { SavedDraft } from './saved-filter.ts';
import { windowOf } from './saved-from-view.ts';
import { printQuery, type SavedQuery, scopesOf } from './saved-query.ts';
import { readNote, writeNote } from './view-note.ts';

const withoutFilters = (query: SavedQuery): SavedQuery =>
  query.kind === 'threads'
    ? { ...query, filter: '' }
    : { ...query, filter: '', traceFilter: '', treeFilter: '' };

/** `before`: what it replaces. */
export function viewDraft({ name, description, query }: SavedDraft, before?: FilterView): FilterViewDraft {
  const { window } = query;
  const bounds = window?.kind === 'absolute' ? { startTime: window.from, endTime: window.to } : {};
  const { filter, traceFilter, treeFilter } = scopesOf(query);
  return {
    type: query.kind === 'runs' && before?.type === 'single_run' ? before.type : query.kind,
    name,
    description: writeNote({ text: description, link: printQuery(withoutFilters(query)) }),
    filter,
    traceFilter,
    treeFilter,
    ...bounds,
    ...keptDuration(query, before),
  };
}

/**
 * Its form is not known (UNKNOWNS U24): one that means the window of the screen stays, and so does one that
 * nobody here can read, unless the screen has bounds, which LangSmith has a place for. None is made.
 */
function keptDuration({ window }: SavedQuery, before: FilterView | undefined) {
  if (before?.duration === undefined) return {};
  const stored = windowOf(before);
  const isSame = stored && window && printWindow(stored) === printWindow(window);
  const isOpaque = !stored && window?.kind !== 'absolute';
  return !window || isSame || isOpaque ? { duration: before.duration } : {};
}

/** A new description without losing the note in the old one. */
export const renamedDescription = (before: string, text: string): string =>
  writeNote({ text, link: readNote(before).link });
