import { Hono } from 'hono';
import * as z from 'zod/mini';
import { notFound } from '../http/http-error.ts';
import { QueryParams } from '../http/query-params.ts';
import { readJsonBody } from '../http/read-json.ts';
import { newId } from '../wire/new-id.ts';
import { normalId } from '../wire/normal-id.ts';
import { printTime } from '../wire/print-time.ts';
import type { StoredView } from '../workspace/view-book.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { existing as existingProject } from './v1-sessions.ts';

const TYPES = ['runs', 'threads', 'single_run'] as const;

const content = {
  description: z.nullish(z.string()),
  filter_string: z.nullish(z.string()),
  trace_filter_string: z.nullish(z.string()),
  tree_filter_string: z.nullish(z.string()),
  type: z.nullish(z.enum(TYPES)),
  start_time: z.nullish(z.string()),
  end_time: z.nullish(z.string()),
  duration: z.nullish(z.string()),
};

const createBody = z.object({ ...content, display_name: z.string().check(z.minLength(1)) });
const updateBody = z.object({ ...content, display_name: z.nullish(z.string().check(z.minLength(1))) });
const renameBody = z.object({
  display_name: z.string().check(z.minLength(1)),
  description: z.nullish(z.string()),
});

/** Saved filters of a project (CONTRACT §8.1). */
export function v1ViewRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  const { views } = workspace;
  const now = () => printTime(workspace.now());
  const existing = (projectId: string, viewId: string): StoredView => {
    const view = views.get(existingProject(workspace, projectId).id, normalId(viewId));
    if (!view) throw notFound(`Saved filter ${viewId}`);
    return view;
  };

  app.get('/sessions/:project/views', (c) => {
    const project = existingProject(workspace, c.req.param('project'));
    const type = new QueryParams(c).oneOf('type', TYPES);
    return c.json(views.of(project.id).filter((view) => !type || sameType(view.type, type)));
  });
  app.post('/sessions/:project/views', async (c) => {
    const project = existingProject(workspace, c.req.param('project'));
    const body = await readJsonBody(c, createBody);
    const view: StoredView = {
      id: newId(),
      session_id: project.id,
      display_name: body.display_name,
      description: body.description ?? null,
      filter_string: body.filter_string ?? null,
      trace_filter_string: body.trace_filter_string ?? null,
      tree_filter_string: body.tree_filter_string ?? null,
      type: body.type ?? 'runs',
      start_time: body.start_time ?? null,
      end_time: body.end_time ?? null,
      duration: body.duration ?? null,
      created_at: now(),
      updated_at: now(),
    };
    return c.json(views.put(view));
  });
  app.get('/sessions/:project/views/:view', (c) =>
    c.json(existing(c.req.param('project'), c.req.param('view'))),
  );
  app.patch('/sessions/:project/views/:view', async (c) => {
    const view = existing(c.req.param('project'), c.req.param('view'));
    return c.json(views.put(changed(view, await readJsonBody(c, updateBody), now())));
  });
  app.patch('/sessions/:project/views/:view/rename', async (c) => {
    const view = existing(c.req.param('project'), c.req.param('view'));
    return c.json(views.put(changed(view, await readJsonBody(c, renameBody), now())));
  });
  app.delete('/sessions/:project/views/:view', (c) => {
    views.delete(existing(c.req.param('project'), c.req.param('view')).id);
    return c.json({ message: 'Saved filter deleted' });
  });
  return app;
}

/** Absent fields stay; an explicit null clears one, except the name and the type, which a view must have. */
function changed(view: StoredView, body: Readonly<Record<string, unknown>>, now: string): StoredView {
  const given = Object.entries(body).filter(
    ([field, value]) => value !== undefined && (value !== null || !['display_name', 'type'].includes(field)),
  );
  return { ...view, ...Object.fromEntries(given), updated_at: now };
}

/** `single_run` is another word for `runs` (CONTRACT §8.1). */
function sameType(a: StoredView['type'], b: StoredView['type']): boolean {
  return (a === 'threads') === (b === 'threads');
}
