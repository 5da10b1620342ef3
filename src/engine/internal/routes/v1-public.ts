import { Hono } from 'hono';
import * as z from 'zod/mini';
import { ids } from '../http/fields.ts';
import { notFound } from '../http/http-error.ts';
import { QueryParams } from '../http/query-params.ts';
import { readQueryBody } from '../http/read-json.ts';
import { sharedRow, sharedRows, sharedRun } from '../query/shared-runs.ts';
import type { Row } from '../store/types.ts';
import { printFeedback } from '../wire/feedback.ts';
import { normalId } from '../wire/normal-id.ts';
import { runPrinterV1 } from '../wire/run-v1.ts';
import { SINGLE_RUN_SELECT } from '../wire/select-v1.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { feedbackFilter, page } from './v1-feedback.ts';

/** What a public answer leaves out of a run (CONTRACT §6, RunPublicSchema). */
const PRIVATE = [
  'session_id',
  'app_path',
  'last_queued_at',
  'in_dataset',
  'share_token',
  'thread_id',
  'reference_dataset_id',
  'trace_tier',
  'trace_first_received_at',
  'ttl_seconds',
  'trace_upgrade',
];

/** Reading by public link, without a key: the token is the permission. */
export function v1PublicRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  const print = publicPrinter(workspace);

  app.get('/public/download', (c) => {
    const download = workspace.downloads.find(c.req.query('token') ?? '');
    const file = download && workspace.store.attachmentBytes(download.runId, download.name);
    if (!file) throw notFound('An attachment with this token');
    // The type is whatever the traced program said: the browser must neither guess nor run it.
    return c.body(file.bytes.slice().buffer, 200, {
      'content-type': file.mimeType,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(download.name)}`,
    });
  });
  app.get('/public/:token/run', (c) => {
    const { id } = sharedRun(workspace, c.req.param('token'));
    return c.json(print(sharedRow(workspace, c.req.param('token'), id)));
  });
  app.get('/public/:token/run/:id', (c) =>
    c.json(print(sharedRow(workspace, c.req.param('token'), normalId(c.req.param('id'))))),
  );
  app.post('/public/:token/runs/query', async (c) => {
    const body = await readQueryBody(c, z.object({ id: z.nullish(ids) }));
    const rows = only(workspace, sharedRows(workspace, c.req.param('token')), body.id);
    return c.json({ runs: rows.map(print), cursors: { next: null, prev: null }, parsed_query: null });
  });
  // listSharedRuns of the JS SDK forgets the question mark: /public/<t>/runsshare_token=<t>&id=… (WIRE §7).
  app.get('/public/:token/:list{runs.*}', (c) => {
    const list = c.req.param('list').replace(/^runs/, '');
    const params = new URLSearchParams(list || new URL(c.req.url).search);
    const wanted = params.has('id') ? params.getAll('id').map(normalId) : undefined;
    return c.json(only(workspace, sharedRows(workspace, c.req.param('token')), wanted).map(print));
  });
  app.get('/public/:token/feedbacks', (c) => {
    const params = new QueryParams(c);
    const rows = sharedRows(workspace, c.req.param('token'));
    const open = new Set(rows.map((row) => workspace.store.keysetOf(row).id));
    const asked = feedbackFilter(params);
    const runIds = asked.runIds?.filter((id) => open.has(id)) ?? [...open];
    const all = workspace.store.listFeedback({ ...asked, runIds });
    return c.json(page(params, all).map(printFeedback));
  });
  return app;
}

function publicPrinter(workspace: Workspace): (row: Row) => Record<string, unknown> {
  const print = runPrinterV1(workspace, SINGLE_RUN_SELECT);
  return (row) => {
    const run = print(row);
    for (const field of PRIVATE) delete run[field];
    return run;
  };
}

function only(
  workspace: Workspace,
  rows: readonly Row[],
  wanted: readonly string[] | null | undefined,
): readonly Row[] {
  if (!wanted) return rows;
  const set = new Set(wanted);
  return rows.filter((row) => set.has(workspace.store.keysetOf(row).id));
}
