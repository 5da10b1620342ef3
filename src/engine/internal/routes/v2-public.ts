import { Hono } from 'hono';
import * as z from 'zod/mini';
import { apiBase } from '../http/api-base.ts';
import { QueryParams } from '../http/query-params.ts';
import { readQueryBody } from '../http/read-json.ts';
import { sharedRow, sharedRows } from '../query/shared-runs.ts';
import type { Row } from '../store/types.ts';
import { normalId } from '../wire/normal-id.ts';
import { runPrinterV2 } from '../wire/run-v2.ts';
import { DEFAULT_SELECT_V2, RUN_SELECT_V2, type RunSelectV2 } from '../wire/select-v2.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Never shown by a public link, even when asked for (CONTRACT §7.3). */
const PRIVATE: ReadonlySet<RunSelectV2> = new Set([
  'APP_PATH',
  'IS_IN_DATASET',
  'LAST_QUEUED_AT',
  'REFERENCE_EXAMPLE_ID',
  'SHARE_URL',
]);
/** Only of one run at a time: a list of a whole trace would carry every payload. */
const SINGLE_ONLY: ReadonlySet<RunSelectV2> = new Set([
  'INPUTS',
  'OUTPUTS',
  'EVENTS',
  'MANIFEST',
  'ATTACHMENTS',
]);
/** Named by the SDK for public runs, although runs of v2 have no such field. */
const PARENT_RUN_ID = 'PARENT_RUN_ID';

const PUBLIC_SELECT = RUN_SELECT_V2.filter((select) => !PRIVATE.has(select));
const LIST_SELECT = [...PUBLIC_SELECT.filter((select) => !SINGLE_ONLY.has(select)), PARENT_RUN_ID] as const;

/** Reading by public link on v2, without a key. */
export function v2PublicRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.post('/public/:token/runs/query', async (c) => {
    const body = await readQueryBody(c, z.object({ selects: z.nullish(z.array(z.enum(LIST_SELECT))) }));
    const rows = sharedRows(workspace, c.req.param('token'));
    return c.json({ items: rows.map(printer(workspace, apiBase(c), body.selects ?? DEFAULT_SELECT_V2)) });
  });
  app.get('/public/:token/run/:id', (c) => {
    const params = new QueryParams(c);
    const selects = params.manyOf('selects', [...PUBLIC_SELECT, PARENT_RUN_ID]) ?? DEFAULT_SELECT_V2;
    const row = sharedRow(workspace, c.req.param('token'), normalId(c.req.param('id')));
    return c.json(printer(workspace, apiBase(c), selects)(row));
  });
  return app;
}

function printer(workspace: Workspace, base: string, selects: readonly (RunSelectV2 | 'PARENT_RUN_ID')[]) {
  const known = selects.filter((select): select is RunSelectV2 => select !== PARENT_RUN_ID);
  const print = runPrinterV2(workspace, base, known);
  if (!selects.includes(PARENT_RUN_ID)) return print;
  return (row: Row) => {
    const { parent_run_id } = workspace.store.run(row, new Set());
    return { ...print(row), ...(parent_run_id !== null && { parent_run_id }) };
  };
}
