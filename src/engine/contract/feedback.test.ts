/** Feedback and its configurations through the SDK (CONTRACT §10). */
import type { Client, Feedback } from 'langsmith';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveEngine, type EngineWithClient } from '../../tools/engine-server/engine-with-client.ts';

const ROOT = '00000000-0000-4000-8000-000000000001';
const CHILD = '00000000-0000-4000-8000-000000000002';
const LATE = '00000000-0000-4000-8000-000000000003';

let server: EngineWithClient;
let client: Client;
let project: string;
beforeAll(async () => {
  server = await serveEngine();
  client = server.client;
  const run = {
    name: 'r',
    run_type: 'chain',
    session_name: 'scored',
    start_time: '2026-10-01T00:00:00',
    inputs: {},
  };
  await server.ask('/runs/batch', {
    post: [
      { ...run, id: ROOT, trace_id: ROOT },
      { ...run, id: CHILD, trace_id: ROOT, parent_run_id: ROOT },
    ],
  });
  project = (await client.readProject({ projectName: 'scored' })).id;
});
afterAll(() => server.stop());

async function list(given?: Parameters<Client['listFeedback']>[0]): Promise<Feedback[]> {
  const all: Feedback[] = [];
  for await (const feedback of client.listFeedback(given)) all.push(feedback);
  return all;
}

test('feedback knows the trace and the project of its run', async () => {
  await client.createFeedback(CHILD, 'quality', {
    score: 0.75,
    comment: 'fine',
    correction: { answer: 'better' },
    feedbackSourceType: 'model',
  });
  const [feedback] = await list({ runIds: [CHILD] });
  expect(feedback).toMatchObject({
    key: 'quality',
    score: 0.75,
    comment: 'fine',
    correction: { answer: 'better' },
    run_id: CHILD,
    trace_id: ROOT,
    session_id: project,
    is_root: false,
    start_time: '2026-10-01T00:00:00.000000Z',
    feedback_source: { type: 'model' },
  });
});

test('it is listed by run, key and source', async () => {
  await client.createFeedback(ROOT, 'user_score', { score: true, feedbackSourceType: 'app' });
  await client.createFeedback(ROOT, 'topic', { value: 'billing' });
  expect((await list({ runIds: [ROOT] })).map(({ key }) => key).toSorted()).toEqual(['topic', 'user_score']);
  expect((await list({ feedbackKeys: ['topic', 'quality'] })).length).toBe(2);
  expect((await list({ feedbackSourceTypes: ['app'] })).map(({ score }) => score)).toEqual([true]);
  const scoreless = (await server.ask('/feedback?has_score=false')).body as Feedback[];
  expect(scoreless.map(({ key }) => key)).toEqual(['topic']);
  const commented = (await server.ask('/feedback?has_comment=true')).body as Feedback[];
  expect(commented.map(({ key }) => key)).toEqual(['quality']);
});

test('it is read, changed and deleted', async () => {
  const made = await client.createFeedback(ROOT, 'stars', {
    score: 2,
    feedbackConfig: { type: 'continuous', min: 1, max: 5 },
  });
  await client.updateFeedback(made.id, { score: 4, comment: 'Changed my mind' });
  const read = await client.readFeedback(made.id);
  expect(read).toMatchObject({ score: 4, comment: 'Changed my mind', key: 'stars' });
  await client.deleteFeedback(made.id);
  await expect(client.readFeedback(made.id)).rejects.toThrow(/404/);
});

test('runs carry statistics of it, booleans as numbers', async () => {
  const run = await client.readRun(ROOT);
  expect(run.feedback_stats).toMatchObject({
    user_score: { n: 1, avg: 1 },
    topic: { n: 1, avg: null, values: { billing: 1 } },
  });
});

test('a project has feedback of its own', async () => {
  await client.createFeedback(null, 'session_ok', { score: 1, projectId: project });
  const { body } = await server.ask(`/sessions/${project}?include_stats=true`);
  expect(body).toMatchObject({ session_feedback_stats: { session_ok: { n: 1, avg: 1 } } });
  const sessionLevel = (await server.ask(`/feedback?level=session&session=${project}`)).body as Feedback[];
  expect(sessionLevel.map(({ key }) => key)).toEqual(['session_ok']);
});

test('feedback that overtakes its run finds it later', async () => {
  await client.createFeedback(LATE, 'early', { score: 0 });
  expect(await list({ runIds: [LATE] })).toMatchObject([{ trace_id: null, session_id: null }]);
  await server.ask('/runs', {
    id: LATE,
    trace_id: ROOT,
    parent_run_id: ROOT,
    name: 'late',
    run_type: 'tool',
    session_name: 'scored',
    start_time: '2026-10-01T00:00:01',
  });
  expect(await list({ runIds: [LATE] })).toMatchObject([{ trace_id: ROOT, session_id: project }]);
});

test('lists page to the end, newest first', async () => {
  for (let index = 0; index < 130; index++) {
    await server.ask('/feedback', {
      key: 'many',
      score: index,
      run_id: ROOT,
      created_at: `2026-10-02T00:00:00.${String(index).padStart(3, '0')}Z`,
    });
  }
  const scores = (await list({ feedbackKeys: ['many'] })).map(({ score }) => score);
  expect(scores).toEqual(Array.from({ length: 130 }, (_, index) => 129 - index));
});

test('configurations are listed with those that came with feedback', async () => {
  await client.createFeedbackConfig({
    feedbackKey: 'tone',
    feedbackConfig: { type: 'categorical', categories: [{ value: 0, label: 'cold' }] },
  });
  const configs = [];
  for await (const config of client.listFeedbackConfigs()) configs.push(config);
  expect(Object.fromEntries(configs.map((one) => [one.feedback_key, one.feedback_config.type]))).toEqual({
    stars: 'continuous',
    tone: 'categorical',
  });
  await client.deleteFeedbackConfig('tone');
  const left = (await server.ask('/feedback-configs?key=tone')).body;
  expect(left).toEqual([]);
});

test('a score that is no number is refused, with its place', async () => {
  const { status, body } = await server.ask('/feedback', { key: 'k', run_id: ROOT, score: 'five' });
  expect(status).toBe(422);
  expect(body).toMatchObject({ detail: [{ loc: ['body', 'score'] }] });
});
