import { Hono, type Context } from 'hono';
import * as z from 'zod/mini';
import { id, ids } from '../http/fields.ts';
import { HttpError, notFound } from '../http/http-error.ts';
import { notice } from '../http/notice.ts';
import { readJsonBody, readQueryBody } from '../http/read-json.ts';
import { objectionsTo } from '../query/read-filter.ts';
import { v1RunsQuery, type V1RunsQuery } from '../query/v1-body.ts';
import { v1StoreQuery } from '../query/v1-store-query.ts';
import { printCursor, readCursor } from '../wire/cursor.ts';
import { normalId } from '../wire/normal-id.ts';
import { runPrinterV1 } from '../wire/run-v1.ts';
import { DEFAULT_SELECT, SINGLE_RUN_SELECT } from '../wire/select-v1.ts';
import { deleteTraces, type Workspace } from '../workspace/workspace.ts';

const MAX_PAGE = 100;

/** Runs on v1: query, validate, one run, deletion (CONTRACT §4-6). */
export function v1RunRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.post('/runs/query', async (c) => c.json(queryRuns(workspace, c, await readQueryBody(c, v1RunsQuery))));
  app.post('/runs/query/validate', async (c) => c.json(verdict(await readQueryBody(c, v1RunsQuery))));
  app.get('/runs/:id', (c) => c.json(oneRun(workspace, normalId(c.req.param('id')), c)));

  app.post('/runs/delete/traces', async (c) => {
    const body = await readJsonBody(c, z.object({ session_id: id, trace_ids: ids }));
    deleteTraces(workspace, body.trace_ids);
    return c.json({ message: 'Traces deleted' });
  });
  app.post('/runs/delete', async (c) => {
    deleteTraces(workspace, tracesToDelete(workspace, await readJsonBody(c, deletion)));
    return c.json({ message: 'Runs deleted' });
  });
  return app;
}

/** A trace goes to its end: limit and cursor do not apply (CONTRACT §0.6). */
function queryRuns(workspace: Workspace, c: Context, body: V1RunsQuery) {
  const { query, parsedQuery } = v1StoreQuery(body);
  const order = body.order ?? 'desc';
  const whole = body.trace !== null && body.trace !== undefined && !body.id;
  const page = workspace.store.find(query, {
    order,
    ...(!whole && { limit: pageLimit(c, body.limit) }),
    ...(!whole && body.cursor && { after: readCursor(body.cursor, order) }),
  });
  const last = page.rows.at(-1);
  const next = page.hasMore && last !== undefined ? printCursor(order, workspace.store.keysetOf(last)) : null;
  return {
    runs: page.rows.map(runPrinterV1(workspace, body.select ?? DEFAULT_SELECT)),
    // Paging back is not offered: no client of this API asks for it, and null is a legal answer.
    cursors: { next, prev: null },
    search_cursors: null,
    parsed_query: parsedQuery,
  };
}

/** The SDK sends a limit above 100 unchanged and pages on, so a larger one is cut, not refused (WIRE §7). */
function pageLimit(c: Context, limit: number | null | undefined): number {
  if (limit && limit > MAX_PAGE)
    notice(c, `limit ${limit} was cut to ${MAX_PAGE}; page on with cursors.next`);
  return Math.min(limit ?? MAX_PAGE, MAX_PAGE);
}

function verdict(body: V1RunsQuery) {
  const errors = (['filter', 'trace_filter', 'tree_filter'] as const).flatMap((field) => {
    const text = body[field];
    return text && text.trim() !== '' ? objectionsTo(text).map((message) => ({ field, message })) : [];
  });
  return { valid: errors.length === 0, errors };
}

function oneRun(workspace: Workspace, runId: string, c: Context) {
  const row = workspace.store.rowOf(runId);
  if (row === undefined) throw notFound(`Run ${runId}`);
  const withMessages = c.req.query('include_messages') === 'true';
  const withoutSerialized = c.req.query('exclude_serialized') === 'true';
  const select = SINGLE_RUN_SELECT.filter(
    (name) => !withoutSerialized || (name !== 'serialized' && name !== 'manifest'),
  );
  return runPrinterV1(workspace, withMessages ? [...select, 'messages'] : select)(row);
}

const deletion = z.object({
  session_id: z.nullish(id),
  trace_ids: z.nullish(ids),
  metadata: z.nullish(z.record(z.string(), z.string())),
});

/** Either the traces named, or those whose root carries all the metadata (CONTRACT §6). */
function tracesToDelete(workspace: Workspace, body: z.output<typeof deletion>): readonly string[] {
  if (body.trace_ids) return body.trace_ids;
  const pairs = Object.entries(body.metadata ?? {});
  if (pairs.length === 0 || !body.session_id) {
    throw new HttpError(422, [
      { loc: ['body'], msg: 'Name trace_ids, or session_id together with metadata', type: 'missing' },
    ]);
  }
  const { rows } = workspace.store.find({ projectIds: [body.session_id], isRoot: true }, { order: 'desc' });
  return rows
    .map((row) => workspace.store.run(row, new Set(['extra'])))
    .filter((run) => hasMetadata(run.extra?.['metadata'], pairs))
    .map((run) => run.trace_id);
}

function hasMetadata(metadata: unknown, pairs: readonly (readonly [string, string])[]): boolean {
  const record =
    typeof metadata === 'object' && metadata !== null ? (metadata as Record<string, unknown>) : {};
  return pairs.every(([key, value]) => record[key] === value);
}
