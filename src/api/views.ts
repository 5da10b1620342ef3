/** Saved filters of a project, `/api/v1/sessions/{id}/views` on both generations (CONTRACT §8.1). */
import {
  type FilterViewDraft,
  type FilterViews,
  viewFrom,
  viewList,
  wireView,
} from '../contract/filter-view.ts';
import { isHttpError } from '../contract/http-error.ts';
import type { JsonObject } from '../contract/run.ts';
import { checkBody } from '../contract/schema.ts';
import { printTimestamp } from '../contract/timestamp.ts';
import type { Server } from './server.ts';

const pathOf = (projectId: string, ...rest: readonly string[]) =>
  ['/sessions', projectId, 'views', ...rest]
    .map((part, at) => (at ? encodeURIComponent(part) : part))
    .join('/');

const time = (value: number | undefined) => (value === undefined ? null : printTimestamp(value));

const bodyOf = (draft: FilterViewDraft): JsonObject => ({
  display_name: draft.name,
  description: draft.description,
  filter_string: draft.filter || null,
  trace_filter_string: draft.traceFilter || null,
  tree_filter_string: draft.treeFilter || null,
  type: draft.type,
  start_time: time(draft.startTime),
  end_time: time(draft.endTime),
  duration: draft.duration ?? null,
});

export function viewsApi(server: Server): FilterViews {
  const one = (answer: unknown, path: string) => viewFrom(checkBody(wireView, answer, `/api/v1${path}`));
  const write = async (method: 'POST' | 'PATCH', path: string, body: JsonObject) =>
    one(await server.writeV1(method, path, body), path);
  return {
    async list(projectId, signal) {
      const path = pathOf(projectId);
      const answer = await server.getV1(path, [], signal);
      const entries = checkBody(viewList, answer, `/api/v1${path}`);
      const rows = entries.flatMap((entry) => {
        const read = wireView.safeParse(entry);
        return read.success ? [read.data] : [];
      });
      return { views: rows.map(viewFrom), unreadable: entries.length - rows.length };
    },
    async get(projectId, id, signal) {
      const path = pathOf(projectId, id);
      try {
        return one(await server.getV1(path, [], signal), path);
      } catch (error) {
        if (isGone(error)) return undefined;
        throw error;
      }
    },
    create: (projectId, draft) => write('POST', pathOf(projectId), bodyOf(draft)),
    update: (projectId, id, draft) => write('PATCH', pathOf(projectId, id), bodyOf(draft)),
    rename: (projectId, id, name, description) =>
      write('PATCH', pathOf(projectId, id, 'rename'), { display_name: name, description }),
    async remove(projectId, id) {
      try {
        await server.writeV1('DELETE', pathOf(projectId, id));
      } catch (error) {
        // Somebody else was faster: what was wanted is so.
        if (!isGone(error)) throw error;
      }
    },
  };
}

const isGone = (error: unknown) => isHttpError(error) && error.status === 404 && !error.problem.isHtml;
