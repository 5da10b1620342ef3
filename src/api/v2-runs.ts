/** Runs over `POST /v2/runs/query` (CONTRACT §7.1). */
import type { ListSelection, PageRequest, RunField, RunPage, RunQuery } from '../contract/api.ts';
import { isHttpError } from '../contract/http-error.ts';
import type { FullRun, JsonObject, Run, RunPayload } from '../contract/run.ts';
import { payloadFromV2, runFromV2, runPageV2 } from '../contract/run-v2.ts';
import { checkBody } from '../contract/schema.ts';
import type { RunContext } from '../contract/run-parts.ts';
import type { WireRow } from '../contract/wire-row.ts';
import { collectNotices, type Notices } from './notices.ts';
import { openEnd, withOpenWindow } from './open-window.ts';
import { withSelects } from './refused-selects.ts';
import { V2_PAYLOAD, v2FieldSelects, v2ListSelects } from './selects.ts';
import type { Server } from './server.ts';
import { uniqueById } from './tree-order.ts';
import { printBound } from './v1-query.ts';
import { v2Filters } from './v2-query.ts';

const PATH = '/runs/query';
export const MAX_PAGE_V2 = 1000;

interface Question {
  readonly filters: JsonObject;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly selects: readonly string[];
  readonly pageSize: number;
  readonly cursor?: string;
}

export async function queryV2(server: Server, question: Question, notices: Notices, signal?: AbortSignal) {
  const { filters, from, to, selects, pageSize, cursor } = question;
  const answer = await withOpenWindow(server, from, notices, (bound) =>
    withSelects(server, selects, notices, (names) =>
      server.postV2(
        PATH,
        {
          ...filters,
          min_start_time: printBound(bound)!,
          max_start_time: printBound(openEnd(to, server.now()))!,
          selects: [...names],
          page_size: pageSize,
          ...(cursor === undefined ? {} : { cursor }),
        },
        signal,
      ),
    ),
  );
  const { items, next_cursor } = checkBody(runPageV2, answer, `v2${PATH}`);
  return { items, nextCursor: next_cursor || undefined };
}

/** Follows the cursor to the end; for questions whose answer is bounded by ids or by one trace. */
export async function queryAllV2(
  server: Server,
  question: Question,
  notices: Notices,
  signal?: AbortSignal,
): Promise<readonly WireRow[]> {
  const rows: WireRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await queryV2(server, { ...question, cursor }, notices, signal);
    rows.push(...page.items);
    cursor = page.nextCursor === cursor ? undefined : page.nextCursor;
  } while (cursor);
  return rows;
}

const ORDER_NOTICE = 'This server lists the newest first and takes no other order.';

/** `sort_order` is in the July file and gone from the August SDKs (UNKNOWNS U16): sent only when needed. */
async function withOrder<T>(
  server: Server,
  query: RunQuery,
  notices: Notices,
  ask: (order: JsonObject) => Promise<T>,
): Promise<T> {
  if (query.order !== 'asc') return ask({});
  const { learned } = server;
  if (!learned.lacksSortOrder) {
    try {
      return await ask({ sort_order: 'ASC' });
    } catch (error) {
      if (!isHttpError(error) || !/sort_order/i.test(error.problem.message)) throw error;
      learned.lacksSortOrder = true;
    }
  }
  notices.add('order-ignored', ORDER_NOTICE);
  return ask({});
}

const isDescending = (runs: readonly Run[]) => runs.length > 1 && runs[0]!.startTime > runs.at(-1)!.startTime;

async function readPage<T>(
  server: Server,
  query: RunQuery,
  page: PageRequest,
  selects: readonly string[],
  convert: (row: WireRow, context: RunContext) => T,
  signal?: AbortSignal,
): Promise<{ readonly rows: readonly T[]; readonly nextCursor?: string; readonly notices: Notices }> {
  const notices = collectNotices();
  const filters = v2Filters(query, notices);
  const question = {
    from: query.window.from,
    to: query.window.to,
    selects,
    pageSize: Math.min(Math.max(1, page.pageSize), MAX_PAGE_V2),
    cursor: page.cursor,
  };
  const { items, nextCursor } = await withOrder(server, query, notices, (order) =>
    queryV2(server, { ...question, filters: { ...filters, ...order } }, notices, signal),
  );
  const { misread } = notices;
  const projectId = query.projectIds.length === 1 ? query.projectIds[0] : undefined;
  const rows = items.map((row) => convert(row, { projectId, appUrl: server.appUrl, misread }));
  return { rows, nextCursor, notices };
}

export async function v2QueryRuns(
  server: Server,
  query: RunQuery,
  page: PageRequest,
  select: ListSelection,
  signal?: AbortSignal,
): Promise<RunPage<Run>> {
  const { rows, nextCursor, notices } = await readPage(
    server,
    query,
    page,
    v2ListSelects(select),
    runFromV2,
    signal,
  );
  if (query.order === 'asc' && isDescending(rows)) notices.add('order-ignored', ORDER_NOTICE);
  return { rows: uniqueById(rows), nextCursor, notices: notices.list() };
}

const fullFromV2 = (row: WireRow, context: RunContext): FullRun => ({
  run: runFromV2(row, context),
  payload: payloadFromV2(row, context.misread),
});

export async function v2FullRuns(
  server: Server,
  query: RunQuery,
  page: PageRequest,
  fields: readonly RunField[],
  signal?: AbortSignal,
): Promise<RunPage<FullRun>> {
  const answer = await readPage(server, query, page, v2FieldSelects(fields), fullFromV2, signal);
  return { ...answer, notices: answer.notices.list() };
}

export async function v2RunPayloads(
  server: Server,
  ids: readonly string[],
  projectId: string,
  signal?: AbortSignal,
): Promise<readonly RunPayload[]> {
  const notices = collectNotices();
  const question = {
    filters: { project_ids: [projectId], ids: [...ids] },
    from: undefined,
    to: undefined,
    selects: V2_PAYLOAD,
    pageSize: Math.max(ids.length, 1),
  };
  const rows = await queryAllV2(server, question, notices, signal);
  return rows.map((row) => payloadFromV2(row, notices.misread));
}
