/**
 * Threads on v1. `POST /runs/group` gives summaries; its answer is untyped in the OpenAPI file (UNKNOWNS
 * U21), so a server that answers otherwise gets its newest root runs grouped here instead.
 */
import type { PageRequest, RunPage, RunQuery, ThreadSummary } from '../contract/api.ts';
import { isContractError } from '../contract/contract-error.ts';
import { isHttpError } from '../contract/http-error.ts';
import type { Run } from '../contract/run.ts';
import { checkBody } from '../contract/schema.ts';
import { threadFrom, threadGroupsV1 } from '../contract/thread.ts';
import { allOf, equals } from './filter-text.ts';
import { groupIntoThreads } from './group-into-threads.ts';
import { collectNotices, type Notices } from './notices.ts';
import type { Server } from './server.ts';
import { compact, printBound } from './v1-query.ts';
import { v1QueryRuns } from './v1-runs.ts';

const MAX_PAGE = 100;
const GROUPED_PAGES = 10;

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

async function viaRoots(
  server: Server,
  projectId: string,
  query: RunQuery,
  signal?: AbortSignal,
): Promise<RunPage<ThreadSummary>> {
  const roots: Run[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < GROUPED_PAGES; pages += 1) {
    const page = await v1QueryRuns(
      server,
      { ...query, projectIds: [projectId], isRoot: true },
      { cursor, pageSize: MAX_PAGE },
      { previews: true, metadata: false },
      signal,
    );
    roots.push(...page.rows);
    cursor = page.nextCursor;
    if (!cursor) break;
  }
  const rest = cursor ? ' Older ones exist: choose a shorter or an earlier time window to see them.' : '';
  const message = `This server lists no threads; these are the newest ${roots.length} root runs, grouped here.${rest}`;
  return { rows: groupIntoThreads(roots), notices: [{ id: 'grouped-here', message }] };
}

export async function v1QueryThreads(
  server: Server,
  projectId: string,
  query: RunQuery,
  page: PageRequest,
  signal?: AbortSignal,
): Promise<RunPage<ThreadSummary>> {
  try {
    return await viaGroup(server, projectId, query, page, signal);
  } catch (error) {
    const isUseless =
      isContractError(error) || (isHttpError(error) && [404, 405, 410, 422, 501].includes(error.status));
    if (!isUseless || page.cursor !== undefined) throw error;
    return viaRoots(server, projectId, query, signal);
  }
}
