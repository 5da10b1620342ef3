/** Projects through the SDK, and saved filters, which no SDK knows (CONTRACT §8). */
import type { Client, TracerSession } from 'langsmith';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveEngine, type EngineWithClient } from '../../tools/engine-server/engine-with-client.ts';

const NOW = Date.UTC(2026, 9, 31);
const DAY = 24 * 60 * 60 * 1000;
const DATASET = '00000000-0000-4000-8000-0000000000d5';

let server: EngineWithClient;
let client: Client;
beforeAll(async () => {
  server = await serveEngine({ now: () => NOW });
  client = server.client;
});
afterAll(() => server.stop());

async function names(given: Parameters<Client['listProjects']>[0] = {}): Promise<string[]> {
  const all: string[] = [];
  for await (const project of client.listProjects(given)) all.push(project.name ?? '');
  return all.toSorted();
}

const run = (id: number, project: string, daysAgo: number, more: object = {}) => ({
  id: `00000000-0000-4000-8000-${id.toString(16).padStart(12, '0')}`,
  name: 'step',
  run_type: 'chain',
  session_name: project,
  start_time: new Date(NOW - daysAgo * DAY).toISOString(),
  end_time: new Date(NOW - daysAgo * DAY + id * 1000).toISOString(),
  inputs: {},
  outputs: {},
  ...more,
});

test('a project is made, read, renamed and deleted', async () => {
  const made = await client.createProject({
    projectName: 'first',
    description: 'about',
    metadata: { team: 'a' },
  });
  expect(made).toMatchObject({ name: 'first', description: 'about', extra: { metadata: { team: 'a' } } });
  await expect(client.createProject({ projectName: 'first' })).rejects.toThrow(/409|exists already/);
  const again = await client.createProject({ projectName: 'first', upsert: true, description: 'new' });
  expect(again).toMatchObject({ id: made.id, description: 'new' });
  await client.updateProject(made.id, { name: 'renamed', endTime: '2026-10-01T00:00:00Z' });
  expect(await client.readProject({ projectId: made.id })).toMatchObject({
    name: 'renamed',
    description: 'new',
    end_time: '2026-10-01T00:00:00.000000Z',
  });
  expect(await client.hasProject({ projectName: 'first' })).toBe(false);
  expect(await client.hasProject({ projectName: 'renamed' })).toBe(true);
  await client.deleteProject({ projectName: 'renamed' });
  expect(await client.hasProject({ projectName: 'renamed' })).toBe(false);
});

test('deleting a project takes its runs with it', async () => {
  await server.ask('/runs/batch', { post: [run(1, 'doomed', 1)] });
  await client.deleteProject({ projectName: 'doomed' });
  expect((await server.ask(`/runs/${run(1, '', 1).id}`)).status).toBe(404);
});

test('lists are narrowed by every parameter', async () => {
  await client.createProject({ projectName: 'rag-prod', metadata: { env: 'prod', n: 1 } });
  await client.createProject({ projectName: 'rag-staging', metadata: { env: 'staging' } });
  await client.createProject({ projectName: 'exp', referenceDatasetId: DATASET });
  const all = await names();
  expect(all).toEqual(expect.arrayContaining(['rag-prod', 'rag-staging', 'exp']));
  expect(await names({ name: 'rag-prod' })).toEqual(['rag-prod']);
  expect(await names({ nameContains: 'RAG' })).toEqual(['rag-prod', 'rag-staging']);
  expect(await names({ referenceDatasetId: DATASET })).toEqual(['exp']);
  expect(await names({ referenceFree: true })).toEqual(all.filter((name) => name !== 'exp'));
  expect(await names({ referenceFree: false })).toEqual(['exp']);
  expect(await names({ metadata: { env: 'prod', n: 1 } })).toEqual(['rag-prod']);
  expect(await names({ metadata: { env: 'prod', n: '1' } })).toEqual([]);
  const { id } = await client.readProject({ projectName: 'rag-staging' });
  expect(await names({ projectIds: [id] })).toEqual(['rag-staging']);
  const filter = encodeURIComponent('and(eq(metadata_key, "env"), eq(metadata_value, "prod"))');
  expect((await server.ask(`/sessions?filter=${filter}`)).body).toMatchObject([{ name: 'rag-prod' }]);
  expect((await server.ask('/sessions?filter=eq(')).status).toBe(400);
  expect((await server.ask(`/sessions?tag_value_id=${DATASET}`)).body).toEqual([]);
});

test('lists page to the end', async () => {
  const before = await names();
  const extra = Array.from({ length: 130 }, (_, index) => `many-${String(index).padStart(3, '0')}`);
  for (const name of extra) await server.ask('/sessions', { name });
  expect(await names()).toEqual([...before, ...extra].toSorted());
});

test('statistics count traces of the last 7 days, unless told otherwise', async () => {
  await server.ask('/runs/batch', {
    post: [
      run(2, 'busy', 1, { error: 'no' }),
      run(4, 'busy', 2, {
        extra: { metadata: { usage_metadata: { input_tokens: 7, output_tokens: 3, total_cost: 0.0000004 } } },
      }),
      run(8, 'busy', 30),
    ],
  });
  const project = await client.readProject({ projectName: 'busy', includeStats: true });
  const week = (await server.ask(`/sessions/${project.id}?include_stats=true`)).body as TracerSession;
  expect(week).toMatchObject({
    run_count: 2,
    error_rate: 0.5,
    total_tokens: 10,
    total_cost: '0.0000004',
    last_run_start_time: '2026-10-30T00:00:00.000000Z',
  });
  const since = await server.ask(`/sessions/${project.id}?include_stats=true&stats_start_time=2026-01-01`);
  expect(since.body).toMatchObject({ run_count: 3, latency_p50: 4 });
  const some = await server.ask('/sessions?name=busy&include_stats=true&stats_select=run_count');
  expect(some.body).toMatchObject([{ run_count: 2 }]);
  expect((some.body as object[])[0]).not.toHaveProperty('error_rate');
  const plain = await server.ask(`/sessions/${project.id}`);
  expect(plain.body).not.toHaveProperty('run_count');
});

test.each<[string, readonly string[]]>([
  ['sort_by=name&sort_by_desc=false', ['s-fast', 's-idle', 's-slow']],
  ['sort_by=latency_p50', ['s-slow', 's-fast', 's-idle']],
  ['sort_by=latency_p50&sort_by_desc=false', ['s-fast', 's-slow', 's-idle']],
  ['sort_by=last_run_start_time', ['s-fast', 's-slow', 's-idle']],
  ['sort_by=runs_count', ['s-slow', 's-fast', 's-idle']],
])('%s', async (query, expected) => {
  await server.ask('/sessions?upsert=true', { name: 's-idle' });
  await server.ask('/runs/batch', {
    post: [run(17, 's-slow', 3), run(18, 's-slow', 2), run(11, 's-fast', 1)],
  });
  const { body } = await server.ask(`/sessions?name_contains=s-&limit=3&id=${await ids(expected)}&${query}`);
  expect((body as TracerSession[]).map((project) => project.name)).toEqual(expected);
});

async function ids(projects: readonly string[]): Promise<string> {
  const all = await Promise.all(projects.map((projectName) => client.readProject({ projectName })));
  return all.map((project) => project.id).join('&id=');
}

test('metadata lists the values of each key, most frequent first', async () => {
  const tier = (name: string) => ({ extra: { metadata: { tier: name } } });
  await server.ask('/runs/batch', {
    post: [
      run(21, 'meta', 1, tier('gold')),
      run(22, 'meta', 1, tier('basic')),
      run(23, 'meta', 1, tier('basic')),
    ],
  });
  const { id } = await client.readProject({ projectName: 'meta' });
  expect((await server.ask(`/sessions/${id}/metadata`)).body).toEqual({ tier: ['basic', 'gold'] });
  expect((await server.ask(`/sessions/${id}/metadata?k=1`)).body).toEqual({ tier: ['basic'] });
  expect((await server.ask(`/sessions/${id}/metadata?metadata_keys=other`)).body).toEqual({});
});

test('saved filters are made, changed, renamed and deleted', async () => {
  const { id } = await client.createProject({ projectName: 'views' });
  const path = `/sessions/${id}/views`;
  const { body } = await server.ask(path, {
    display_name: 'Slow',
    filter_string: 'gt(latency, 5)',
    duration: '7d',
  });
  const view = body as { id: string };
  expect(view).toMatchObject({ display_name: 'Slow', type: 'runs', duration: '7d', session_id: id });
  expect((await server.ask(path)).body).toEqual([view]);
  expect((await server.ask(`${path}?type=threads`)).body).toEqual([]);
  const changed = await server.ask(`${path}/${view.id}`, { filter_string: null, duration: '1d' }, 'PATCH');
  expect(changed.body).toMatchObject({ filter_string: null, duration: '1d', display_name: 'Slow' });
  await server.ask(`${path}/${view.id}/rename`, { display_name: 'Slowest', description: 'd' }, 'PATCH');
  expect((await server.ask(`${path}/${view.id}`)).body).toMatchObject({
    display_name: 'Slowest',
    description: 'd',
  });
  expect((await server.ask(`${path}/${view.id}`, undefined, 'DELETE')).status).toBe(200);
  expect((await server.ask(`${path}/${view.id}`)).status).toBe(404);
});
