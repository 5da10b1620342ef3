/** The engine's answers have the shapes of LangSmith's own OpenAPI file, when that file is at hand. */
import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { createEngine, type Engine } from '../create-engine.ts';

// The whole sample workspace passes through: seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const FILE = new URL('../../../../shared/langsmith/openapi.json', import.meta.url);
const isThere = existsSync(FILE);
if (!isThere) {
  // oxlint-disable-next-line no-console -- a part of the tests does not run, and that has to be seen
  console.log('Not checked: answers against openapi.json, which is not here. Everything else runs.');
}

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { schema: object }>> }>
  >;
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Record<string, { properties?: Record<string, object> }> };
}

/**
 * Where the file is known to be wrong: thread ids are any text (CONTRACT §7.3), and numbers of a
 * feedback statistic are null when they do not exist (§10.2).
 */
function corrected(api: OpenApi): OpenApi {
  for (const schema of Object.values(api.components.schemas)) {
    if (schema.properties?.['thread_id']) schema.properties['thread_id'] = { type: ['string', 'null'] };
  }
  const stat = api.components.schemas['query.RunFeedbackStat']!.properties!;
  for (const name of ['avg', 'min', 'max', 'stdev']) stat[name] = { type: ['number', 'null'] };
  return api;
}

let validatorOf: (method: string, path: string, status: number) => ValidateFunction;
let engine: Engine;
let projects: { id: string; name: string; run_count: number }[];

async function ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await engine.fetch(new Request(`http://engine${path}`, init));
  const text = await response.text();
  return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

describe.skipIf(!isThere)('every answer fits its schema', () => {
  beforeAll(async () => {
    const api = corrected(JSON.parse(readFileSync(FILE, 'utf8')) as OpenApi);
    const ajv = new Ajv2020({ strict: false, allErrors: true, logger: false });
    addFormats.default(ajv);
    ajv.addSchema({ $id: 'api', components: api.components });
    const compiled = new Map<string, ValidateFunction>();
    validatorOf = (method, path, status) => {
      const key = `${method} ${path} ${status}`;
      const schema =
        api.paths[path]?.[method.toLowerCase()]?.responses[status]?.content?.['application/json'];
      if (!schema) throw new Error(`The file has no answer to ${key}`);
      const absolute = JSON.stringify(schema.schema).replaceAll('"#/components', '"api#/components');
      const validate = compiled.get(key) ?? ajv.compile(JSON.parse(absolute) as object);
      compiled.set(key, validate);
      return validate;
    };
    engine = createEngine();
    const sample = readFileSync(new URL('../../../public/sample/workspace.jsonl.gz', import.meta.url));
    await engine.load(sample, { name: 'sample', shift: 'days' });
    const list = await ask('GET', '/sessions?include_stats=true&stats_start_time=2020-01-01');
    projects = list.body as typeof projects;
  });

  const objections: unknown[] = [];

  async function checkAnswer(method: string, template: string, path: string, body?: unknown, status = 200) {
    const answer = await ask(method, path, body);
    if (answer.status !== status) objections.push({ method, path, ...answer });
    const validate = validatorOf(method, template, status);
    validate(answer.body);
    const errors = validate.errors?.slice(0, 5) ?? [];
    if (errors.length > 0) objections.push({ method, path, errors });
    return answer.body;
  }

  const WIDE = '2020-01-01T00:00:00Z';

  test('v1', async () => {
    await checkAnswer('GET', '/api/v1/info', '/api/v1/info');
    await checkAnswer('GET', '/api/v1/workspaces', '/api/v1/workspaces');
    await checkAnswer('GET', '/auth/public', '/auth/public');
    await checkAnswer(
      'GET',
      '/api/v1/sessions',
      `/api/v1/sessions?include_stats=true&stats_start_time=${WIDE}`,
    );
    for (const { id } of projects) {
      await checkAnswer('GET', '/api/v1/sessions/{session_id}', `/api/v1/sessions/${id}?include_stats=true`);
      await checkAnswer('GET', '/api/v1/sessions/{session_id}/metadata', `/api/v1/sessions/${id}/metadata`);
      for (const is_root of [true, false]) {
        await checkAnswer('POST', '/api/v1/runs/query', '/api/v1/runs/query', { session: [id], is_root });
      }
      await checkAnswer('POST', '/api/v1/runs/stats', '/api/v1/runs/stats', { session: [id] });
      await checkAnswer('POST', '/api/v1/runs/stats', '/api/v1/runs/stats', {
        session: [id],
        group_by: { attribute: 'run_type' },
      });
      await checkAnswer('POST', '/api/v1/runs/group/stats', '/api/v1/runs/group/stats', {
        session_id: id,
        group_by: 'conversation',
      });
    }
    await checkAnswer('GET', '/api/v1/feedback', '/api/v1/feedback');
    await checkAnswer('POST', '/api/v1/runs/query/validate', '/api/v1/runs/query/validate', {
      filter: 'eq(',
    });
    await checkAnswer('POST', '/api/v1/runs/query', '/api/v1/runs/query', { limit: 0 }, 422);
    expect(objections).toEqual([]);
  });

  test('a run, its share, its feedback, a saved filter', async () => {
    const session = [projects[0]!.id];
    const { runs } = (await ask('POST', '/runs/query', { session, limit: 1 })).body as {
      runs: { id: string }[];
    };
    const { id } = runs[0]!;
    await checkAnswer('GET', '/api/v1/runs/{run_id}', `/api/v1/runs/${id}`);
    await checkAnswer('GET', '/api/v1/runs/{run_id}/share', `/api/v1/runs/${id}/share`);
    const { share_token } = (await checkAnswer(
      'PUT',
      '/api/v1/runs/{run_id}/share',
      `/runs/${id}/share`,
      {},
    )) as {
      share_token: string;
    };
    await checkAnswer('GET', '/api/v1/public/{share_token}/run', `/api/v1/public/${share_token}/run`);
    await checkAnswer(
      'POST',
      '/api/v1/public/{share_token}/runs/query',
      `/api/v1/public/${share_token}/runs/query`,
      {},
    );
    const given = { key: 'k', score: 1, run_id: id };
    const feedback = await checkAnswer('POST', '/api/v1/feedback', '/api/v1/feedback', given);
    const feedbackPath = `/api/v1/feedback/${(feedback as { id: string }).id}`;
    await checkAnswer('PATCH', '/api/v1/feedback/{feedback_id}', feedbackPath, { score: 0 });
    await checkAnswer('POST', '/api/v1/sessions/{session_id}/views', `/sessions/${session[0]}/views`, {
      display_name: 'v',
    });
    await checkAnswer('POST', '/api/v1/sessions', '/api/v1/sessions', { name: 'new' });
    await checkAnswer('POST', '/runs', '/runs', { id, name: 'n' }, 202);
    expect(objections).toEqual([]);
  });

  test('v2', async () => {
    const { ['components']: components } = JSON.parse(readFileSync(FILE, 'utf8')) as OpenApi;
    const selects = (components.schemas['query.RunSelectField'] as { enum: string[] }).enum;
    for (const { id } of projects) {
      const runs = await checkAnswer('POST', '/v2/runs/query', '/api/v2/runs/query', {
        project_ids: [id],
        min_start_time: WIDE,
        page_size: 200,
        selects,
      });
      const [first] = (runs as { items: { trace_id: string }[] }).items;
      if (first) {
        const query = `project_id=${id}&${selects.map((select) => `selects=${select}`).join('&')}`;
        await checkAnswer('GET', '/v2/traces/{trace_id}/runs', `/v2/traces/${first.trace_id}/runs?${query}`);
        await checkAnswer('GET', '/v2/runs/{run_id}', `/v2/runs/${first.trace_id}?${query}`);
      }
      await checkAnswer('POST', '/v2/traces/query', '/v2/traces/query', {
        project_id: id,
        min_start_time: WIDE,
        selects,
      });
      const threads = await checkAnswer('POST', '/v2/threads/query', '/v2/threads/query', {
        project_id: id,
        min_start_time: WIDE,
      });
      for (const { thread_id } of (threads as { items: { thread_id: string }[] }).items.slice(0, 3)) {
        const path = `/v2/threads/${encodeURIComponent(thread_id)}`;
        await checkAnswer(
          'GET',
          '/v2/threads/{thread_id}/traces',
          `${path}/traces?project_id=${id}&selects=OP&selects=NAME&selects=TOTAL_COST&selects=PROMPT_TOKEN_DETAILS`,
        );
        await checkAnswer(
          'GET',
          '/v2/threads/{thread_id}/stats',
          `${path}/stats?session_id=${id}&selects=TURNS&selects=TOTAL_COST&selects=LAST_END_TIME`,
        );
      }
    }
    await checkAnswer('POST', '/v2/runs/query', '/v2/runs/query', {}, 400);
    await checkAnswer('POST', '/v2/runs/query', '/v2/runs/query', { selects: ['X'] }, 422);
    expect(objections).toEqual([]);
  });
});
