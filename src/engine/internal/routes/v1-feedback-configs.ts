import { Hono } from 'hono';
import * as z from 'zod/mini';
import type { JsonObject } from '../../../contract/run.ts';
import { jsonObject } from '../http/fields.ts';
import { HttpError, notFound } from '../http/http-error.ts';
import { QueryParams } from '../http/query-params.ts';
import { readJsonBody } from '../http/read-json.ts';
import { printTime } from '../wire/print-time.ts';
import type { FeedbackConfig, Workspace } from '../workspace/workspace.ts';

const createBody = z.object({
  feedback_key: z.string(),
  feedback_config: jsonObject,
  is_lower_score_better: z.nullish(z.boolean()),
});

const updateBody = z.object({
  feedback_key: z.string(),
  feedback_config: z.nullish(jsonObject),
  is_lower_score_better: z.nullish(z.boolean()),
});

/** How scores of a key are meant: kept when a client declares it (CONTRACT §10.1). */
export function v1FeedbackConfigRoutes(workspace: Workspace): Hono {
  const app = new Hono();
  const configs = workspace.feedbackConfigs;
  const print = (config: FeedbackConfig) => ({
    ...config,
    modified_at: printTime(config.modified_at),
    tenant_id: workspace.tenantId,
  });
  const put = (config: FeedbackConfig) => {
    configs.set(config.feedback_key, config);
    return print(config);
  };
  const existing = (key: string) => {
    const config = configs.get(key);
    if (!config) throw notFound(`Feedback config "${key}"`);
    return config;
  };

  app.get('/feedback-configs', (c) => c.json(list(new QueryParams(c), [...configs.values()]).map(print)));
  app.post('/feedback-configs', async (c) => {
    const body = await readJsonBody(c, createBody);
    if (configs.has(body.feedback_key)) {
      throw new HttpError(409, `A feedback config for "${body.feedback_key}" exists already`);
    }
    return c.json(
      put({
        feedback_key: body.feedback_key,
        feedback_config: body.feedback_config as JsonObject,
        modified_at: workspace.now(),
        is_lower_score_better: body.is_lower_score_better ?? false,
      }),
    );
  });
  app.patch('/feedback-configs', async (c) => {
    const body = await readJsonBody(c, updateBody);
    const config = existing(body.feedback_key);
    return c.json(
      put({
        ...config,
        ...(body.feedback_config && { feedback_config: body.feedback_config as JsonObject }),
        is_lower_score_better: body.is_lower_score_better ?? config.is_lower_score_better,
        modified_at: workspace.now(),
      }),
    );
  });
  app.delete('/feedback-configs', (c) => {
    configs.delete(existing(new QueryParams(c).text('feedback_key') ?? '').feedback_key);
    return c.body(null, 204);
  });
  return app;
}

function list(params: QueryParams, all: readonly FeedbackConfig[]): readonly FeedbackConfig[] {
  const keys = params.texts('key');
  const part = params.text('name_contains')?.toLowerCase();
  const newestFirst = params.boolean('sort_by_desc') ?? true;
  const offset = params.integer('offset', { min: 0, byDefault: 0 });
  const limit = params.integer('limit', { min: 1, max: 100, byDefault: 100 });
  return all
    .filter(({ feedback_key: key }) => !keys || keys.includes(key))
    .filter(({ feedback_key: key }) => !part || key.toLowerCase().includes(part))
    .toSorted((a, b) => (newestFirst ? b.modified_at - a.modified_at : a.modified_at - b.modified_at))
    .slice(offset, offset + limit);
}
