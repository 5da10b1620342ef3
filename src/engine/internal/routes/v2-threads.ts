import { Hono, type Context } from 'hono';
import type * as z from 'zod/mini';
import { HttpError, invalid } from '../http/http-error.ts';
import { notice } from '../http/notice.ts';
import { QueryParams } from '../http/query-params.ts';
import { readQueryBody } from '../http/read-json.ts';
import { findThreads } from '../query/find-threads.ts';
import { readFilter } from '../query/read-filter.ts';
import { summarize } from '../query/thread-summary.ts';
import { v2ThreadsQuery } from '../query/v2-body.ts';
import { v2Window } from '../query/v2-window.ts';
import type { Keyset, Row } from '../store/types.ts';
import { printCursor, readCursor } from '../wire/cursor.ts';
import {
  printThread,
  printThreadStats,
  printThreadTrace,
  threadTraceFields,
  THREAD_STATS_SELECT,
  THREAD_TRACE_SELECT,
} from '../wire/thread-v2.ts';
import type { Workspace } from '../workspace/workspace.ts';

const DEFAULT_PAGE = 20;
const MAX_PAGE = 100;

/** Threads on v2 (CONTRACT §7.3). A thread id is any text; Hono has decoded it from the path. */
export function v2ThreadRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.post('/threads/query', async (c) =>
    c.json(queryThreads(workspace, c, await readQueryBody(c, v2ThreadsQuery))),
  );
  app.get('/threads/:id/traces', (c) => c.json(listTraces(workspace, c.req.param('id'), new QueryParams(c))));
  app.get('/threads/:id/stats', (c) => {
    const params = new QueryParams(c);
    const selects = params.manyOf('selects', THREAD_STATS_SELECT);
    if (!selects) throw invalid('query', 'selects', 'Name at least one statistic', 'missing');
    const threadId = c.req.param('id');
    const rootRows = rootsOf(workspace, params.requiredId('session_id'), threadId, params.text('filter'));
    const last = rootRows.at(-1);
    const lastActivity = last === undefined ? 0 : workspace.store.keysetOf(last).startTime;
    const summary =
      rootRows.length > 0 ? summarize(workspace, { threadId, rootRows, lastActivity }) : undefined;
    return c.json(printThreadStats(summary, selects));
  });
  return app;
}

function queryThreads(workspace: Workspace, c: Context, body: z.output<typeof v2ThreadsQuery>) {
  if (!body.project_id) throw new HttpError(400, 'project_id is required');
  const window = v2Window(body, workspace.now());
  if (window.isDefault) notice(c, 'min_start_time was not given: only the last 24 hours were searched');
  const page = findThreads(
    workspace,
    {
      scope: {
        projectIds: [body.project_id],
        isRoot: true,
        from: window.from,
        ...(window.to !== undefined && { to: window.to }),
      },
      filter: body.filter,
      traceFilter: body.trace_filter,
      treeFilter: body.tree_filter,
      threadFilter: body.thread_filter,
    },
    body.cursor ? readCursor(body.cursor, 'desc') : undefined,
    body.page_size ?? DEFAULT_PAGE,
  );
  return {
    items: page.threads.map(printThread),
    ...(page.hasMore && page.last && { next_cursor: printCursor('desc', page.last) }),
    has_more: page.hasMore,
  };
}

/** Turns of one thread, newest first, whenever they were: this call has no time window. */
function listTraces(workspace: Workspace, threadId: string, params: QueryParams) {
  const { store } = workspace;
  const selects = params.manyOf('selects', THREAD_TRACE_SELECT) ?? [];
  const limit = params.integer('page_size', { min: 1, max: MAX_PAGE, byDefault: DEFAULT_PAGE });
  const cursor = params.text('cursor');
  const after = cursor ? readCursor(cursor, 'desc') : undefined;
  const rows = rootsOf(workspace, params.requiredId('project_id'), threadId, params.text('filter'))
    .toReversed()
    .filter((row) => !after || comesAfter(store.keysetOf(row), after));
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > limit;
  const fields = threadTraceFields(selects);
  return {
    items: page.map((row) => {
      const root = store.run(row, fields);
      return printThreadTrace(root, store.traceUsage(root.trace_id), threadId, selects);
    }),
    ...(hasMore && last !== undefined && { next_cursor: printCursor('desc', store.keysetOf(last)) }),
    has_more: hasMore,
  };
}

/** Root runs of a thread, oldest first. */
function rootsOf(
  workspace: Workspace,
  projectId: string,
  threadId: string,
  filterText: string | undefined,
): readonly Row[] {
  const filter = readFilter('filter', filterText);
  const groups = workspace.store.threads({
    projectIds: [projectId],
    isRoot: true,
    ...(filter && { filter }),
  });
  return groups.find((group) => group.threadId === threadId)?.rootRows ?? [];
}

function comesAfter(row: Keyset, after: Keyset): boolean {
  return row.startTime < after.startTime || (row.startTime === after.startTime && row.id < after.id);
}
