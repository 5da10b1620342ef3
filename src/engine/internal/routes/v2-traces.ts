import { Hono, type Context } from 'hono';
import type * as z from 'zod/mini';
import { apiBase } from '../http/api-base.ts';
import { HttpError, invalid } from '../http/http-error.ts';
import { notice } from '../http/notice.ts';
import { QueryParams } from '../http/query-params.ts';
import { readQueryBody } from '../http/read-json.ts';
import { readFilter } from '../query/read-filter.ts';
import { v2TracesQuery } from '../query/v2-body.ts';
import { v2Window } from '../query/v2-window.ts';
import type { Row } from '../store/types.ts';
import { printCursor, readCursor } from '../wire/cursor.ts';
import { normalId } from '../wire/normal-id.ts';
import { printTime } from '../wire/print-time.ts';
import { runPrinterV2 } from '../wire/run-v2.ts';
import { DEFAULT_SELECT_V2, RUN_SELECT_V2, type RunSelectV2 } from '../wire/select-v2.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Selecting one of these asks for the sum over the whole trace, not for the root's own (CONTRACT §7.3). */
const AGGREGATES: readonly RunSelectV2[] = ['TOTAL_TOKENS', 'TOTAL_COST', 'FIRST_TOKEN_TIME'];
const DEFAULT_PAGE = 100;

/** Traces on v2: root runs with sums over their trees, and all runs of one trace. */
export function v2TraceRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.post('/traces/query', async (c) =>
    c.json(queryTraces(workspace, c, await readQueryBody(c, v2TracesQuery))),
  );
  app.get('/traces/:id/runs', (c) => {
    const params = new QueryParams(c);
    const selects = params.manyOf('selects', RUN_SELECT_V2) ?? DEFAULT_SELECT_V2;
    const rows = traceRows(workspace, normalId(c.req.param('id')), params);
    return c.json({ items: rows.map(runPrinterV2(workspace, apiBase(c), selects)) });
  });
  return app;
}

function queryTraces(workspace: Workspace, c: Context, body: z.output<typeof v2TracesQuery>) {
  if (!body.project_id) throw new HttpError(400, 'project_id is required');
  const window = v2Window(body, workspace.now());
  if (window.isDefault) notice(c, 'min_start_time was not given: only the last 24 hours were searched');
  const traceFilter = readFilter('trace_filter', body.trace_filter);
  const treeFilter = readFilter('tree_filter', body.tree_filter);
  const page = workspace.store.find(
    {
      projectIds: [body.project_id],
      isRoot: true,
      from: window.from,
      ...(window.to !== undefined && { to: window.to }),
      ...(body.trace_ids && { traceIds: body.trace_ids }),
      ...(traceFilter && { traceFilter }),
      ...(treeFilter && { treeFilter }),
    },
    {
      order: 'desc',
      limit: body.page_size ?? DEFAULT_PAGE,
      ...(body.cursor && { after: readCursor(body.cursor, 'desc') }),
    },
  );
  const last = page.rows.at(-1);
  return {
    items: page.rows.map(tracePrinter(workspace, apiBase(c), body.selects ?? DEFAULT_SELECT_V2)),
    ...(page.hasMore &&
      last !== undefined && { next_cursor: printCursor('desc', workspace.store.keysetOf(last)) }),
    has_more: page.hasMore,
  };
}

function tracePrinter(workspace: Workspace, base: string, selects: readonly RunSelectV2[]) {
  const aggregates = selects.filter((select) => AGGREGATES.includes(select));
  const printRoot = runPrinterV2(
    workspace,
    base,
    selects.filter((select) => !AGGREGATES.includes(select)),
  );
  return (row: Row) => {
    const root = { root_run: printRoot(row) };
    return aggregates.length > 0
      ? { ...root, trace_aggregates: traceAggregates(workspace, row, aggregates) }
      : root;
  };
}

function traceAggregates(workspace: Workspace, row: Row, aggregates: readonly RunSelectV2[]) {
  const usage = workspace.store.traceUsage(workspace.store.run(row, new Set()).trace_id);
  const { total_tokens, total_cost, first_token_time } = usage;
  return {
    ...(aggregates.includes('TOTAL_TOKENS') && { total_tokens }),
    ...(aggregates.includes('TOTAL_COST') && total_cost !== null && { total_cost }),
    ...(aggregates.includes('FIRST_TOKEN_TIME') &&
      first_token_time !== null && { first_token_time: printTime(first_token_time) }),
  };
}

/** In start order, without paging; the window is given whole or not at all (CONTRACT §7.3). */
function traceRows(workspace: Workspace, traceId: string, params: QueryParams): readonly Row[] {
  const from = params.time('min_start_time');
  const to = params.time('max_start_time');
  if ((from === undefined) !== (to === undefined)) {
    throw invalid(
      'query',
      'min_start_time',
      'min_start_time and max_start_time go together: give both or neither',
    );
  }
  const filter = readFilter('filter', params.text('filter'));
  const { rows } = workspace.store.find(
    {
      projectIds: [params.requiredId('project_id')],
      traceIds: [traceId],
      ...(filter && { filter }),
      ...(from !== undefined && { from }),
    },
    { order: 'asc' },
  );
  // Here, unlike everywhere else, the upper bound belongs to the window (CONTRACT §7.3, SDK reference).
  return to === undefined ? rows : rows.filter((row) => workspace.store.keysetOf(row).startTime <= to);
}
