import { Hono } from 'hono';
import * as z from 'zod/mini';
import { notFound } from '../http/http-error.ts';
import { readJsonBody } from '../http/read-json.ts';
import { normalId } from '../wire/normal-id.ts';
import type { Workspace } from '../workspace/workspace.ts';

const shareBody = z.looseObject({ share_token: z.nullish(z.string()) });

/** Making and taking back public links on v1; the SDK chooses the token itself (CONTRACT §6). */
export function v1ShareRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.get('/runs/:id/share', (c) => {
    const runId = existing(workspace, c.req.param('id'));
    const token = workspace.shares.tokenOf(runId);
    return c.json(token === undefined ? null : { run_id: runId, share_token: token });
  });
  app.put('/runs/:id/share', async (c) => {
    const runId = existing(workspace, c.req.param('id'));
    const { share_token } = await readJsonBody(c, shareBody);
    return c.json({ run_id: runId, share_token: workspace.shares.share(runId, share_token ?? undefined) });
  });
  app.delete('/runs/:id/share', (c) => {
    workspace.shares.unshare(existing(workspace, c.req.param('id')));
    return c.json({ message: 'Run unshared' });
  });
  return app;
}

function existing(workspace: Workspace, id: string): string {
  const runId = normalId(id);
  if (workspace.store.rowOf(runId) === undefined) throw notFound(`Run ${runId}`);
  return runId;
}
