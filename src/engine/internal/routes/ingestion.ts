import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { JsonObject } from '../../../contract/run.ts';
import { ingestError } from '../http/error-bodies.ts';
import { HttpError } from '../http/http-error.ts';
import { check } from '../http/read-json.ts';
import { applyRun } from '../ingest/apply-run.ts';
import { decodeBody } from '../ingest/decode-body.ts';
import { ingestParts } from '../ingest/ingest-parts.ts';
import { parseMultipart } from '../ingest/parse-multipart.ts';
import type { Workspace } from '../workspace/workspace.ts';

const run = z.looseObject({ id: z.string() });
const batch = z.object({ post: z.nullish(z.array(run)), patch: z.nullish(z.array(run)) });

/**
 * Receiving runs (CONTRACT §11). Answers 202 also for an operation that came before: clients repeat
 * requests whose answer was lost (WIRE §4).
 */
export function ingestionRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.onError(ingestError);

  app.post('/runs/multipart', async (c) => {
    const body = await decodeBody(c.req.raw);
    const parts = parseMultipart(body, c.req.header('content-type') ?? '');
    const ignored = ingestParts(workspace, parts);
    return c.json({ message: 'Runs batch ingested', ...(ignored.length > 0 && { ignored }) }, 202);
  });

  app.post('/runs/batch', async (c) => {
    const { post, patch } = check(batch, await readJson(c.req.raw));
    for (const fields of post ?? []) applyRun(workspace, 'create', fields as JsonObject);
    for (const fields of patch ?? []) applyRun(workspace, 'update', fields as JsonObject);
    return c.json({ message: 'Runs batch ingested' }, 202);
  });

  app.post('/runs', async (c) => {
    applyRun(workspace, 'create', check(run, await readJson(c.req.raw)) as JsonObject);
    return c.json({}, 202);
  });

  app.patch('/runs/:id', async (c) => {
    const fields = check(z.looseObject({}), await readJson(c.req.raw)) as JsonObject;
    applyRun(workspace, 'update', { ...fields, id: c.req.param('id') });
    return c.json({}, 202);
  });

  return app;
}

async function readJson(request: Request): Promise<unknown> {
  const bytes = await decodeBody(request);
  try {
    return JSON.parse(new TextDecoder().decode(bytes)) as unknown;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HttpError(400, `The body is not JSON: ${reason}`);
  }
}
