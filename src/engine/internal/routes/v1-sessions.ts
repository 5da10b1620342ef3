import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { JsonObject } from '../../../contract/run.ts';
import { id, jsonObject, time } from '../http/fields.ts';
import { HttpError, notFound } from '../http/http-error.ts';
import { QueryParams } from '../http/query-params.ts';
import { readJsonBody } from '../http/read-json.ts';
import { listProjects, type ListedProject } from '../query/list-projects.ts';
import { printProjectStats, projectStats } from '../query/project-stats.ts';
import { normalId } from '../wire/normal-id.ts';
import { printProject } from '../wire/project.ts';
import type { StoredProject } from '../workspace/project-book.ts';
import { deleteProject, type Workspace } from '../workspace/workspace.ts';

const changes = {
  name: z.nullish(z.string().check(z.minLength(1))),
  description: z.nullish(z.string()),
  end_time: z.nullish(time),
  extra: z.nullish(jsonObject),
  default_dataset_id: z.nullish(id),
  trace_tier: z.nullish(z.enum(['longlived', 'shortlived'])),
};

const createBody = z.object({
  ...changes,
  id: z.nullish(id),
  start_time: z.nullish(time),
  reference_dataset_id: z.nullish(id),
});

/** Projects, called sessions on the wire (CONTRACT §8). */
export function v1SessionRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  const { projects } = workspace;

  app.get('/sessions', (c) => {
    const params = new QueryParams(c);
    const select = params.texts('stats_select');
    return c.json(listProjects(workspace, params).map((listed) => printListed(listed, select)));
  });
  app.get('/sessions/:id', (c) => {
    const project = existing(workspace, c.req.param('id'));
    const params = new QueryParams(c);
    const since = params.time('stats_start_time');
    const stats = params.boolean('include_stats') ? projectStats(workspace, project.id, since) : undefined;
    return c.json(printListed({ project, stats }));
  });
  app.post('/sessions', async (c) => {
    const body = await readJsonBody(c, z.object({ ...createBody.shape, name: z.string() }));
    const known = projects.named(body.name);
    const upsert = new QueryParams(c).boolean('upsert') ?? false;
    if (known && !upsert) {
      throw new HttpError(
        409,
        `A project named "${body.name}" exists already. Choose another name, or upsert.`,
      );
    }
    const project = known
      ? projects.put({ ...known, ...given(body) })
      : projects.create(body.name, body.start_time ?? workspace.now(), { ...given(body), ...identity(body) });
    return c.json(printProject(workspace, project));
  });
  app.patch('/sessions/:id', async (c) => {
    const project = existing(workspace, c.req.param('id'));
    const body = await readJsonBody(c, z.object(changes));
    const other = body.name ? projects.named(body.name) : undefined;
    if (other && other.id !== project.id) {
      throw new HttpError(409, `A project named "${body.name}" exists already. Choose another name.`);
    }
    return c.json(printProject(workspace, projects.put({ ...project, ...given(body) })));
  });
  app.delete('/sessions/:id', (c) => {
    deleteProject(workspace, existing(workspace, c.req.param('id')).id);
    return c.json({ message: 'Project deleted' }, 202);
  });
  app.delete('/sessions', (c) => {
    const ids = new QueryParams(c).ids('session_ids');
    if (!ids) {
      throw new HttpError(422, [{ loc: ['query', 'session_ids'], msg: 'Field required', type: 'missing' }]);
    }
    for (const project of ids.map((one) => existing(workspace, one))) deleteProject(workspace, project.id);
    return c.json({ message: 'Projects deleted' }, 202);
  });
  app.get('/sessions/:id/metadata', (c) => {
    const params = new QueryParams(c);
    const { id: projectId } = existing(workspace, c.req.param('id'));
    const from = params.time('start_time');
    const k = params.integer('k', { min: 1, byDefault: 10 });
    const rootsOnly = params.boolean('root_runs_only') ?? false;
    const query = {
      projectIds: [projectId],
      ...(from !== undefined && { from }),
      ...(rootsOnly && { isRoot: true }),
    };
    return c.json(workspace.store.metadataValues(query, params.texts('metadata_keys'), k));
  });

  function printListed(listed: ListedProject, select?: readonly string[]): Record<string, unknown> {
    const { project, stats } = listed;
    const printed = printProject(workspace, project);
    if (!stats) return printed;
    const numbers = Object.entries(printProjectStats(workspace, project.id, stats));
    const wanted = select ? numbers.filter(([name]) => select.includes(name)) : numbers;
    return { ...printed, ...Object.fromEntries(wanted) };
  }
  return app;
}

export function existing(workspace: Workspace, projectId: string): StoredProject {
  const project = workspace.projects.get(normalId(projectId));
  if (!project) throw notFound(`Project ${projectId}`);
  return project;
}

/** Null means "leave it" here: the SDK sends null for everything it does not change (WIRE, sample 13). */
function given(body: Readonly<Record<string, unknown>>): Partial<StoredProject> {
  const fields = ['name', 'description', 'end_time', 'extra', 'default_dataset_id', 'trace_tier'] as const;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = body[field];
      return value === null || value === undefined ? [] : [[field, value as JsonObject | string | number]];
    }),
  );
}

function identity(body: {
  readonly id?: string | null;
  readonly reference_dataset_id?: string | null;
}): Partial<StoredProject> {
  return {
    ...(body.id && { id: body.id }),
    ...(body.reference_dataset_id && { reference_dataset_id: body.reference_dataset_id }),
  };
}
