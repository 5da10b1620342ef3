/** Runs over `POST /api/v1/runs/query` (CONTRACT §4). */
import type { ListSelection, PageRequest, RunField, RunPage, RunQuery } from '../contract/api.ts';
import { NotFoundError } from '../contract/not-found-error.ts';
import type { FullRun, JsonObject, Run, RunPayload, Trace } from '../contract/run.ts';
import { payloadFromV1, runFromV1, runPageV1 } from '../contract/run-v1.ts';
import type { RunContext } from '../contract/run-parts.ts';
import { checkBody } from '../contract/schema.ts';
import type { WireRow } from '../contract/wire-row.ts';
import { collectNotices, type Notices } from './notices.ts';
import { withSelects } from './refused-selects.ts';
import { V1_PAYLOAD, V1_TRACE, v1FieldSelects, v1ListSelects } from './selects.ts';
import type { Server } from './server.ts';
import { inTreeOrder, uniqueById } from './tree-order.ts';
import { v1Filters } from './v1-query.ts';

const PATH = '/runs/query';
const MAX_PAGE = 100;

async function queryV1(
  server: Server,
  body: JsonObject,
  selects: readonly string[],
  notices: Notices,
  signal?: AbortSignal,
) {
  const answer = await withSelects(server, selects, notices, (select) =>
    server.postV1(PATH, { ...body, select: [...select], skip_prev_cursor: true }, signal),
  );
  const page = checkBody(runPageV1, answer, `/api/v1${PATH}`);
  if (page.parsed_query)
    notices.add('parsed-query', `The server read your words as the filter ${page.parsed_query}`);
  // An empty page ends the list, whatever cursor it names (CONTRACT §4.2).
  const next = page.runs.length > 0 ? page.cursors?.next : undefined;
  return { runs: page.runs, nextCursor: next || undefined };
}

async function readPage<T>(
  server: Server,
  query: RunQuery,
  page: PageRequest,
  selects: readonly string[],
  convert: (row: WireRow, context: RunContext) => T,
  signal?: AbortSignal,
): Promise<{ readonly rows: readonly T[]; readonly nextCursor?: string; readonly notices: Notices }> {
  const notices = collectNotices();
  const body: JsonObject = {
    ...v1Filters(query, notices),
    limit: Math.min(Math.max(1, page.pageSize), MAX_PAGE),
    order: query.order ?? 'desc',
    ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
  };
  const { runs, nextCursor } = await queryV1(server, body, selects, notices, signal);
  const { misread } = notices;
  const projectId = query.projectIds.length === 1 ? query.projectIds[0] : undefined;
  const rows = runs.map((row) => convert(row, { projectId, appUrl: server.appUrl, misread }));
  return { rows, nextCursor, notices };
}

export async function v1QueryRuns(
  server: Server,
  query: RunQuery,
  page: PageRequest,
  select: ListSelection,
  signal?: AbortSignal,
): Promise<RunPage<Run>> {
  const answer = await readPage(server, query, page, v1ListSelects(select), runFromV1, signal);
  return { ...answer, rows: uniqueById(answer.rows), notices: answer.notices.list() };
}

const fullFromV1 = (row: WireRow, context: RunContext): FullRun => ({
  run: runFromV1(row, context),
  payload: payloadFromV1(row, context.misread),
});

export async function v1FullRuns(
  server: Server,
  query: RunQuery,
  page: PageRequest,
  fields: readonly RunField[],
  signal?: AbortSignal,
): Promise<RunPage<FullRun>> {
  const answer = await readPage(server, query, page, v1FieldSelects(fields), fullFromV1, signal);
  return { ...answer, notices: answer.notices.list() };
}

/** The root's own numbers are sums over its subtree on v1 (UNKNOWNS U34). */
const traceOf = (root: Run): Trace => ({
  root,
  totalTokens: root.totalTokens,
  totalCost: root.totalCost,
  firstTokenSeconds: root.firstTokenSeconds,
});

export async function v1QueryTraces(
  server: Server,
  query: RunQuery,
  page: PageRequest,
  select: ListSelection,
  signal?: AbortSignal,
): Promise<RunPage<Trace>> {
  const answer = await v1QueryRuns(server, { ...query, isRoot: true }, page, select, signal);
  return { ...answer, rows: answer.rows.map(traceOf) };
}

/** With `trace` the server answers all at once (CONTRACT §0.6); a cursor is followed all the same. */
export async function v1TraceRuns(
  server: Server,
  traceId: string,
  projectId: string,
  signal?: AbortSignal,
): Promise<RunPage<Run>> {
  const notices = collectNotices();
  const rows: Run[] = [];
  let cursor: string | undefined;
  do {
    const body = {
      trace: traceId,
      ...(projectId ? { session: [projectId] } : {}),
      limit: MAX_PAGE,
      order: 'asc',
      ...(cursor ? { cursor } : {}),
    };
    const page = await queryV1(server, body, V1_TRACE, notices, signal);
    const { misread } = notices;
    rows.push(...page.runs.map((row) => runFromV1(row, { projectId, appUrl: server.appUrl, misread })));
    cursor = page.nextCursor === cursor ? undefined : page.nextCursor;
  } while (cursor);
  if (rows.length === 0) throw new NotFoundError('trace', traceId, 'The server knows no run of this trace.');
  return { rows: inTreeOrder(uniqueById(rows)), notices: notices.list() };
}

/** Ids are not combined with anything else: v1 ignores the rest (UNKNOWNS U10). */
export async function v1RunPayloads(
  server: Server,
  ids: readonly string[],
  signal?: AbortSignal,
): Promise<readonly RunPayload[]> {
  const notices = collectNotices();
  const { runs } = await queryV1(server, { id: [...ids], limit: MAX_PAGE }, V1_PAYLOAD, notices, signal);
  return runs.map((row) => payloadFromV1(row, notices.misread));
}

export async function v1FindRun(server: Server, id: string, signal?: AbortSignal): Promise<Run | undefined> {
  const notices = collectNotices();
  const { runs } = await queryV1(server, { id: [id], limit: 1 }, V1_TRACE, notices, signal);
  const row = runs.find((candidate) => candidate['id'] === id) ?? runs[0];
  return row && runFromV1(row, { appUrl: server.appUrl, misread: notices.misread });
}
