/**
 * Threads on v1. `POST /runs/group` gives summaries; its answer is untyped in the OpenAPI file (UNKNOWNS
 * U21), so a server that answers otherwise gets its newest root runs grouped here instead.
 */
import type { PageRequest, RunPage, RunQuery, ThreadSummary } from '../contract/api.ts';
import { isContractError } from '../contract/contract-error.ts';
import { isHttpError } from '../contract/http-error.ts';
import { checkBody } from '../contract/schema.ts';
import { threadFrom, threadGroupsV1 } from '../contract/thread.ts';
import { allOf } from '../lib/all-of.ts';
import { equals } from './filter-text.ts';
import { collectNotices, type Notices } from './notices.ts';
import { rootsPlace } from './roots-place.ts';
import type { Server } from './server.ts';
import { threadsByRoots } from './threads-by-roots.ts';
import { compact, printBound } from './v1-query.ts';

const MAX_PAGE = 100;

/** runs/group takes a filter and a window; the rest is said as far as the filter language can. */
function groupFilter(query: RunQuery, notices: Notices): string | undefined {
  if (query.treeFilter || query.query || query.runIds?.length || query.referenceExampleId)
    notices.add(
      'thread-arguments',
      'Lists of threads take no tree filter, words, run ids or reference example here; they were left out.',
    );
  return allOf(
    query.filter,
    query.traceFilter,
    query.runType ? equals('run_type', query.runType.toLowerCase()) : undefined,
    query.traceId ? equals('trace_id', query.traceId) : undefined,
    query.error === undefined ? undefined : `${query.error ? 'eq' : 'neq'}(status, "error")`,
  );
}

async function viaGroup(
  server: Server,
  projectId: string,
  query: RunQuery,
  page: PageRequest,
  signal?: AbortSignal,
): Promise<RunPage<ThreadSummary>> {
  const notices = collectNotices();
  const offset = Number(page.cursor ?? 0);
  const body = compact({
    session_id: projectId,
    group_by: 'conversation',
    filter: groupFilter(query, notices),
    start_time: printBound(query.window.from),
    end_time: printBound(query.window.to),
    limit: Math.min(Math.max(1, page.pageSize), MAX_PAGE),
    offset,
  });
  const answer = await server.postV1('/runs/group', body, signal);
  const { groups, total } = checkBody(threadGroupsV1, answer, '/api/v1/runs/group');
  const end = offset + groups.length;
  const hasMore = groups.length > 0 && (total ?? end) > end;
  return {
    rows: groups.map((row) => threadFrom(row, notices.misread)),
    nextCursor: hasMore ? String(end) : undefined,
    notices: notices.list(),
  };
}

export async function v1QueryThreads(
  server: Server,
  projectId: string,
  query: RunQuery,
  page: PageRequest,
  signal?: AbortSignal,
): Promise<RunPage<ThreadSummary>> {
  if (rootsPlace.is(page.cursor)) return threadsByRoots(server, projectId, query, page.cursor, signal);
  try {
    return await viaGroup(server, projectId, query, page, signal);
  } catch (error) {
    const isUseless =
      isContractError(error) || (isHttpError(error) && [404, 405, 410, 422, 501].includes(error.status));
    if (!isUseless || page.cursor !== undefined) throw error;
    return threadsByRoots(server, projectId, query, undefined, signal);
  }
}
