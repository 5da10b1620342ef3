import type { FilterViews } from '../../contract/filter-view.ts';
import type { Shelf } from './saved-filter.ts';
import { savedFromView } from './saved-from-view.ts';
import { renamedDescription, viewDraft } from './view-draft.ts';

/** The views of one project in LangSmith. */
export function teamShelf(views: FilterViews, projectId: string): Shelf {
  return {
    place: 'team',
    async list(signal) {
      const { views: found, unreadable } = await views.list(projectId, signal);
      return { filters: found.map(savedFromView), problems: problemsOf(unreadable) };
    },
    async get(id) {
      const view = await views.get(projectId, id);
      return view && savedFromView(view);
    },
    create: async (draft) => savedFromView(await views.create(projectId, viewDraft(draft))),
    async update(id, draft) {
      const before = await views.get(projectId, id);
      return savedFromView(await views.update(projectId, id, viewDraft(draft, before)));
    },
    async rename({ id }, name, description) {
      const before = await views.get(projectId, id);
      const text = renamedDescription(before?.description ?? '', description);
      return savedFromView(await views.rename(projectId, id, name, text));
    },
    remove: (id) => views.remove(projectId, id),
  };
}

function problemsOf(unreadable: number): readonly string[] {
  if (unreadable === 0) return [];
  const what =
    unreadable === 1 ? 'One entry that LangSmith lists is' : `${unreadable} entries that LangSmith lists are`;
  return [`${what} not of the form of a saved filter and cannot be shown.`];
}
