import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { JsonObject } from '../../../contract/run.ts';
import { jsonObject } from '../http/fields.ts';
import { notFound } from '../http/http-error.ts';
import { QueryParams } from '../http/query-params.ts';
import { readJsonBody } from '../http/read-json.ts';
import { feedbackOf, scoreOf } from '../ingest/feedback-of.ts';
import type { FeedbackFilter, StoredFeedback } from '../store/types.ts';
import { printFeedback } from '../wire/feedback.ts';
import { normalId } from '../wire/normal-id.ts';
import { putFeedback } from '../workspace/link-feedback.ts';
import type { Workspace } from '../workspace/workspace.ts';

const SOURCES = ['api', 'model', 'app', 'auto_eval'] as const;
const CHANGEABLE = ['score', 'value', 'comment', 'correction'] as const;

/** Feedback records (CONTRACT §10.1). */
export function v1FeedbackRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  app.get('/feedback', (c) => {
    const params = new QueryParams(c);
    return c.json(page(params, workspace.store.listFeedback(feedbackFilter(params))).map(printFeedback));
  });
  app.post('/feedback', async (c) => {
    const body = (await readJsonBody(c, jsonObject)) as JsonObject;
    const feedback = putFeedback(workspace, feedbackOf(workspace, body));
    noteConfig(workspace, feedback.key, body);
    return c.json(printFeedback(feedback));
  });
  app.get('/feedback/:id', (c) => c.json(printFeedback(existing(workspace, c.req.param('id')))));
  app.patch('/feedback/:id', async (c) => {
    const feedback = existing(workspace, c.req.param('id'));
    const body = (await readJsonBody(c, jsonObject)) as JsonObject;
    noteConfig(workspace, feedback.key, body);
    return c.json(printFeedback(putFeedback(workspace, changed(feedback, body, workspace.now()))));
  });
  app.delete('/feedback/:id', (c) => {
    workspace.store.deleteFeedback(existing(workspace, c.req.param('id')).id);
    return c.json({ message: 'Feedback deleted' });
  });
  return app;
}

export function feedbackFilter(params: QueryParams): FeedbackFilter {
  const filter = {
    runIds: params.ids('run'),
    keys: params.texts('key'),
    projectIds: params.ids('session'),
    sources: params.manyOf('source', SOURCES),
    hasComment: params.boolean('has_comment'),
    hasScore: params.boolean('has_score'),
    level: params.oneOf('level', ['run', 'session'] as const),
    createdFrom: params.time('min_created_at'),
    createdTo: params.time('max_created_at'),
  };
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined),
  ) as FeedbackFilter;
}

/** The rest of the parameters: whose it is, which experiment, and the page. */
export function page(params: QueryParams, all: readonly StoredFeedback[]): readonly StoredFeedback[] {
  const users = params.ids('user');
  const experiment = params.id('comparative_experiment_id');
  const offset = params.integer('offset', { min: 0, byDefault: 0 });
  const limit = params.integer('limit', { min: 1, max: 100, byDefault: 100 });
  return all
    .filter((feedback) => !users || users.some((user) => user === feedback.feedback_source?.['user_id']))
    .filter((feedback) => !experiment || feedback.comparative_experiment_id === experiment)
    .slice(offset, offset + limit);
}

function existing(workspace: Workspace, id: string): StoredFeedback {
  const feedback = workspace.store.feedback(normalId(id));
  if (!feedback) throw notFound(`Feedback ${id}`);
  return feedback;
}

function changed(feedback: StoredFeedback, body: JsonObject, now: number): StoredFeedback {
  const changes = Object.fromEntries(
    CHANGEABLE.flatMap((name) => (name in body ? [[name, body[name]]] : [])),
  );
  if ('score' in changes) changes['score'] = scoreOf(body['score']);
  return { ...feedback, ...changes, modified_at: now };
}

/** The JS SDK spells this one field in camel case (WIRE §7). */
function noteConfig(workspace: Workspace, key: string, body: JsonObject): void {
  const config = z.safeParse(jsonObject, body['feedback_config'] ?? body['feedbackConfig']);
  if (!config.success) return;
  workspace.feedbackConfigs.set(key, {
    feedback_key: key,
    feedback_config: config.data as JsonObject,
    modified_at: workspace.now(),
    is_lower_score_better: workspace.feedbackConfigs.get(key)?.is_lower_score_better ?? false,
  });
}
