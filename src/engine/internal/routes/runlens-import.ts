import { Hono } from 'hono';
import { HttpError, invalid } from '../http/http-error.ts';
import { importFile } from '../import/import-file.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Our own namespace, no part of LangSmith's API: loading a file of runs. */
export function importRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.post('/runlens/import', async (c) => {
    const shift = c.req.query('shift');
    if (shift !== undefined && shift !== 'days') {
      throw invalid('query', 'shift', 'The only shift is "days"', 'enum');
    }
    // Firefox has no `Request.body`; there the bytes are read first.
    const body = c.req.raw.body ?? (await c.req.raw.blob()).stream();
    if (c.req.raw.body === null)
      throw new HttpError(400, 'The body is empty. Send the file itself: JSON, JSONL or JSONL.gz.');
    const name = c.req.query('name') || 'imported runs';
    return c.json(await importFile(workspace, body, { name, ...(shift && { shift }) }));
  });
  return app;
}
