import type { FilterViews } from '../../contract/filter-view.ts';
import type { Shelf } from './saved-filter.ts';
import { renamedDescription, savedFromView, viewDraft } from './view-codec.ts';

/** The views of one project in LangSmith. */
export function teamShelf(views: FilterViews, projectId: string): Shelf {
  return {
    place: 'team',
    async list(signal) {
      return { filters: (await views.list(projectId, signal)).map(savedFromView), problems: [] };
    },
    async get(id) {
      const view = await views.get(projectId, id);
      return view && savedFromView(view);
    },
    create: async (draft) => savedFromView(await views.create(projectId, viewDraft(draft))),
    update: async (id, draft) => savedFromView(await views.update(projectId, id, viewDraft(draft))),
    async rename({ id }, name, description) {
      const before = await views.get(projectId, id);
      const text = renamedDescription(before?.description ?? '', description);
      return savedFromView(await views.rename(projectId, id, name, text));
    },
    remove: (id) => views.remove(projectId, id),
  };
}
