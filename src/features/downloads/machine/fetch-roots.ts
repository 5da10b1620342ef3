/** Roots of traces by id, in one batch. A root that the server does not have any more is absent. */
import type { Api } from '../../../contract/api.ts';
import type { FullRun } from '../../../contract/run.ts';
import { ROOT_FIELDS } from '../../../extract/plan/tasks.ts';
import { ROOTS_PER_REQUEST } from './pending-roots.ts';

export interface FoundRoots {
  readonly roots: ReadonlyMap<string, FullRun>;
  readonly asked: number;
  readonly requests: number;
}

export async function fetchRoots(
  api: Api,
  projectIds: readonly string[],
  ids: readonly string[],
  patient: <T>(ask: () => Promise<T>) => Promise<T>,
  signal: AbortSignal,
): Promise<FoundRoots> {
  const roots = new Map<string, FullRun>();
  let requests = 0;
  let cursor: string | undefined;
  do {
    const page = { pageSize: ROOTS_PER_REQUEST, ...(cursor === undefined ? {} : { cursor }) };
    const query = { projectIds, window: {}, runIds: ids };
    const answer = await patient(() => api.fullRuns(query, page, ROOT_FIELDS, signal));
    requests += 1;
    for (const full of answer.rows) roots.set(full.run.id, full);
    cursor = answer.nextCursor === cursor ? undefined : answer.nextCursor;
  } while (cursor !== undefined && roots.size < ids.length);
  return { roots, asked: ids.length, requests };
}
