/** Threads on v2: `POST /v2/threads/query` (CONTRACT §7.3). Pages may be short and still have a next one. */
import type { PageRequest, RunPage, RunQuery, ThreadSummary } from '../contract/api.ts';
import { checkBody } from '../contract/schema.ts';
import { threadFrom, threadPageV2 } from '../contract/thread.ts';
import { allOf } from '../lib/all-of.ts';
import { equals } from './filter-text.ts';
import { collectNotices } from './notices.ts';
import { openEnd, withOpenWindow } from './open-window.ts';
import type { Server } from './server.ts';
import { compact, printBound } from './v1-query.ts';

const MAX_PAGE = 100;

export async function v2QueryThreads(
  server: Server,
  projectId: string,
  query: RunQuery,
  page: PageRequest,
  signal?: AbortSignal,
): Promise<RunPage<ThreadSummary>> {
  const notices = collectNotices();
  if (query.query || query.runIds?.length || query.referenceExampleId)
    notices.add(
      'thread-arguments',
      'Lists of threads take no words, run ids or reference example; they were left out.',
    );
  const filters = compact({
    project_id: projectId,
    filter: allOf(
      query.filter,
      query.runType ? equals('run_type', query.runType.toLowerCase()) : undefined,
      query.traceId ? equals('trace_id', query.traceId) : undefined,
      query.error === undefined ? undefined : `${query.error ? 'eq' : 'neq'}(status, "error")`,
    ),
    trace_filter: query.traceFilter,
    tree_filter: query.treeFilter,
    max_start_time: printBound(openEnd(query.window.to, server.now())),
    page_size: Math.min(Math.max(1, page.pageSize), MAX_PAGE),
    cursor: page.cursor,
  });
  const answer = await withOpenWindow(server, query.window.from, notices, (from) =>
    server.postV2('/threads/query', { ...filters, min_start_time: printBound(from)! }, signal),
  );
  const { items, next_cursor } = checkBody(threadPageV2, answer, 'v2/threads/query');
  return {
    rows: items.map((row) => threadFrom(row, notices.misread)),
    nextCursor: next_cursor || undefined,
    notices: notices.list(),
  };
}
