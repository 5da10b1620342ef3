/**
 * Traces on v2: `POST /v2/traces/query` gives roots with sums over their traces, but takes one project,
 * two filters and a window only (CONTRACT §7.3). What it cannot express is asked of `runs/query` with
 * `is_root`, which gives no sums.
 */
import type { ListSelection, PageRequest, RunPage, RunQuery } from '../contract/api.ts';
import { isHttpError } from '../contract/http-error.ts';
import type { JsonObject, Trace } from '../contract/run.ts';
import { traceFromV2, tracePageV2 } from '../contract/run-v2.ts';
import { checkBody } from '../contract/schema.ts';
import { allOf } from '../lib/all-of.ts';
import { equals } from './filter-text.ts';
import { collectNotices } from './notices.ts';
import { openEnd, withOpenWindow } from './open-window.ts';
import { withSelects } from './refused-selects.ts';
import { v2ListSelects } from './selects.ts';
import type { Server } from './server.ts';
import { compact, printBound } from './v1-query.ts';
import { MAX_PAGE_V2, v2QueryRuns } from './v2-runs.ts';

const PATH = '/traces/query';
const NO_SUMS = 'no-trace-sums';

const isExpressible = (query: RunQuery) =>
  query.projectIds.length === 1 &&
  query.order !== 'asc' &&
  !query.query &&
  !query.parentRunId &&
  !query.referenceExampleId &&
  !(query.runIds?.length && query.traceId) &&
  query.isRoot !== false;

/** A question about roots, all of it as one filter of the root run. */
const rootFilter = (query: RunQuery) =>
  allOf(
    query.filter,
    query.traceFilter,
    query.runType ? equals('run_type', query.runType.toLowerCase()) : undefined,
    query.error === undefined ? undefined : `${query.error ? 'eq' : 'neq'}(status, "error")`,
  );

function bodyOf(query: RunQuery): JsonObject {
  const traceIds = [...(query.runIds ?? []), ...(query.traceId ? [query.traceId] : [])];
  return compact({
    project_id: query.projectIds[0],
    trace_filter: rootFilter(query),
    tree_filter: query.treeFilter,
    trace_ids: traceIds,
  });
}

async function askTraces(
  server: Server,
  query: RunQuery,
  page: PageRequest,
  select: ListSelection,
  signal?: AbortSignal,
): Promise<RunPage<Trace>> {
  const notices = collectNotices();
  const to = printBound(openEnd(query.window.to, server.now()))!;
  const answer = await withOpenWindow(server, query.window.from, notices, (from) =>
    withSelects(server, v2ListSelects(select), notices, (names) =>
      server.postV2(
        PATH,
        {
          ...bodyOf(query),
          min_start_time: printBound(from)!,
          max_start_time: to,
          selects: [...names],
          page_size: Math.min(Math.max(1, page.pageSize), MAX_PAGE_V2),
          ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
        },
        signal,
      ),
    ),
  );
  const { items, next_cursor } = checkBody(tracePageV2, answer, `v2${PATH}`);
  const context = { projectId: query.projectIds[0], appUrl: server.appUrl, misread: notices.misread };
  const rows = items.map((item) => traceFromV2(item, context));
  return { rows, nextCursor: next_cursor || undefined, notices: notices.list() };
}

async function askRoots(
  server: Server,
  query: RunQuery,
  page: PageRequest,
  select: ListSelection,
  why: string,
  signal?: AbortSignal,
): Promise<RunPage<Trace>> {
  const answer = await v2QueryRuns(server, { ...query, isRoot: true }, page, select, signal);
  const message = `Sums over whole traces are missing (${why}); tokens and cost are those of the root run.`;
  const rows = answer.rows.map((root) => ({ root, firstTokenSeconds: root.firstTokenSeconds }));
  return { ...answer, rows, notices: [...answer.notices, { id: NO_SUMS, message }] };
}

const isMissing = (error: unknown) => isHttpError(error) && [404, 405, 501].includes(error.status);

export async function v2QueryTraces(
  server: Server,
  query: RunQuery,
  page: PageRequest,
  select: ListSelection,
  signal?: AbortSignal,
): Promise<RunPage<Trace>> {
  const roots = (why: string) => askRoots(server, query, page, select, why, signal);
  if (!isExpressible(query)) {
    const why = query.projectIds.length > 1 ? 'several projects' : 'arguments that traces do not take';
    return roots(why);
  }
  if (server.learned.lacksTracesQuery) return roots('this server does not list traces');
  try {
    return await askTraces(server, query, page, select, signal);
  } catch (error) {
    // A cursor of traces/query means that the route exists; then a 404 is about the project.
    if (!isMissing(error) || page.cursor !== undefined) throw error;
    const answer = await roots('this server does not list traces');
    server.learned.lacksTracesQuery = true;
    return answer;
  }
}
