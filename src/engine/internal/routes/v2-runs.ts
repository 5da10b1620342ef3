import { Hono, type Context } from 'hono';
import * as z from 'zod/mini';
import { apiBase } from '../http/api-base.ts';
import { id as idField } from '../http/fields.ts';
import { HttpError, notFound } from '../http/http-error.ts';
import { notice } from '../http/notice.ts';
import { QueryParams } from '../http/query-params.ts';
import { readJsonBody, readQueryBody } from '../http/read-json.ts';
import { both } from '../query/both.ts';
import { readFilter } from '../query/read-filter.ts';
import { readQuestion } from '../query/read-question.ts';
import { v2RunsQuery, type V2RunsQuery } from '../query/v2-body.ts';
import { v2Window } from '../query/v2-window.ts';
import type { Row, StoreQuery } from '../store/types.ts';
import { appPath } from '../wire/app-path.ts';
import { printCursor, readCursor } from '../wire/cursor.ts';
import { normalId } from '../wire/normal-id.ts';
import { runPrinterV2 } from '../wire/run-v2.ts';
import { DEFAULT_SELECT_V2, RUN_SELECT_V2 } from '../wire/select-v2.ts';
import type { Workspace } from '../workspace/workspace.ts';

const DEFAULT_PAGE = 100;

/** Runs on v2 (CONTRACT §7.1-7.3). */
export function v2RunRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.post('/runs/query', async (c) => c.json(queryRuns(workspace, c, await readQueryBody(c, v2RunsQuery))));
  app.get('/runs/:id', (c) => {
    const params = new QueryParams(c);
    const row = runIn(workspace, params.requiredId('project_id'), c.req.param('id'));
    const selects = params.manyOf('selects', RUN_SELECT_V2) ?? DEFAULT_SELECT_V2;
    return c.json(runPrinterV2(workspace, apiBase(c), selects)(row));
  });
  app.get('/runs/:id/url', (c) => {
    const params = new QueryParams(c);
    const row = runIn(workspace, params.requiredId('project_id'), c.req.param('id'));
    return c.json({ url: apiBase(c) + appPath(workspace, workspace.store.run(row, new Set())) });
  });
  app.post('/runs/:id/share', async (c) => {
    const body = await readJsonBody(c, z.object({ session_id: idField, trace_id: z.nullish(idField) }));
    runIn(workspace, body.session_id, c.req.param('id'));
    return c.json({ share_token: workspace.shares.share(normalId(c.req.param('id'))) });
  });
  // Idempotent: taking back a link that is not there is no error (CONTRACT §7.3).
  app.delete('/runs/:id/share', (c) => {
    workspace.shares.unshare(normalId(c.req.param('id')));
    return c.body(null, 204);
  });
  return app;
}

function queryRuns(workspace: Workspace, c: Context, body: V2RunsQuery) {
  const order = body.sort_order === 'ASC' ? 'asc' : 'desc';
  const query = storeQuery(workspace, c, body);
  const page = query
    ? workspace.store.find(query, {
        order,
        limit: body.page_size ?? DEFAULT_PAGE,
        ...(body.cursor && { after: readCursor(body.cursor, order) }),
      })
    : { rows: [], hasMore: false };
  const last = page.rows.at(-1);
  return {
    items: page.rows.map(runPrinterV2(workspace, apiBase(c), body.selects ?? DEFAULT_SELECT_V2)),
    ...(page.hasMore &&
      last !== undefined && { next_cursor: printCursor(order, workspace.store.keysetOf(last)) }),
    has_more: page.hasMore,
  };
}

/** Undefined when no project can match: a dataset without experiments. */
function storeQuery(workspace: Workspace, c: Context, body: V2RunsQuery): StoreQuery | undefined {
  const scope = scopeOf(workspace, body);
  if (scope.projectIds.length === 0) return undefined;
  const window = v2Window({ ...body, min_start_time: body.min_start_time ?? scope.from }, workspace.now());
  if (window.isDefault) notice(c, 'min_start_time was not given: only the last 24 hours were searched');
  const question = readQuestion(body.ai_query);
  if (question) notice(c, `ai_query was read as the filter ${question.filter}`);
  const filter = both(readFilter('filter', body.filter), question?.tree);
  const traceFilter = readFilter('trace_filter', body.trace_filter);
  const treeFilter = readFilter('tree_filter', body.tree_filter);
  return {
    projectIds: scope.projectIds,
    from: window.from,
    ...(window.to !== undefined && { to: window.to }),
    ...(body.ids && { ids: body.ids }),
    ...(body.trace_id && { traceIds: [body.trace_id] }),
    ...(body.reference_examples && { referenceExampleIds: body.reference_examples }),
    ...(body.run_type && { runType: body.run_type.toLowerCase() }),
    ...(typeof body.has_error === 'boolean' && { hasError: body.has_error }),
    ...(typeof body.is_root === 'boolean' && { isRoot: body.is_root }),
    ...(filter && { filter }),
    ...(traceFilter && { traceFilter }),
    ...(treeFilter && { treeFilter }),
  };
}

/** Exactly one of project_ids and reference_dataset_id; a dataset means its experiments, from the first on. */
function scopeOf(workspace: Workspace, body: V2RunsQuery): { projectIds: readonly string[]; from?: number } {
  const byProject =
    body.project_ids !== null && body.project_ids !== undefined && body.project_ids.length > 0;
  if (byProject === !!body.reference_dataset_id) {
    throw new HttpError(400, 'set exactly one of project_ids and reference_dataset_id');
  }
  if (byProject) return { projectIds: body.project_ids! };
  const experiments = workspace.projects
    .all()
    .filter((project) => project.reference_dataset_id === body.reference_dataset_id);
  const from = experiments.reduce((low, project) => Math.min(low, project.start_time), Infinity);
  return { projectIds: experiments.map((project) => project.id), ...(Number.isFinite(from) && { from }) };
}

/** A run is found in its own project only (CONTRACT §7.3). */
function runIn(workspace: Workspace, projectId: string, id: string): Row {
  const row = workspace.store.rowOf(normalId(id));
  if (row === undefined || workspace.store.run(row, new Set()).session_id !== projectId) {
    throw notFound(`Run ${id} in project ${projectId}`);
  }
  return row;
}
