/** Numbers over runs, and conversations on v1, through the SDK (CONTRACT §6). */
import type { Client } from 'langsmith';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveEngine, type EngineWithClient } from '../../tools/engine-server/engine-with-client.ts';

const START = Date.UTC(2026, 9, 1);
const HOUR = 3_600_000;
const uuid = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;

let server: EngineWithClient;
let client: Client;
let project: string;

/** 60 turns of 12 conversations keyed in turn by the three metadata keys; every fifth fails. */
beforeAll(async () => {
  server = await serveEngine();
  client = server.client;
  const keys = ['thread_id', 'session_id', 'conversation_id'];
  const post = Array.from({ length: 60 }, (_, turn) => ({
    id: uuid(turn + 1),
    trace_id: uuid(turn + 1),
    name: turn % 2 === 0 ? 'ask' : 'tell',
    run_type: turn % 3 === 0 ? 'llm' : 'chain',
    session_name: 'talks',
    start_time: new Date(START + turn * HOUR).toISOString(),
    end_time: new Date(START + turn * HOUR + (turn + 1) * 1000).toISOString(),
    error: turn % 5 === 0 ? 'no answer' : null,
    tags: turn < 20 ? ['old'] : ['new', 'hot'],
    inputs: { question: `q${turn}` },
    outputs: { answer: `a${turn}` },
    extra: { metadata: { [keys[turn % 3]!]: `say "${turn % 12}"`, tier: turn < 15 ? 'gold' : 'basic' } },
  }));
  await server.ask('/runs/batch', { post });
  project = (await client.readProject({ projectName: 'talks' })).id;
});
afterAll(() => server.stop());

async function collect<T>(items: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}

test('getRunStats counts what matches', async () => {
  const all = await client.getRunStats({ projectNames: ['talks'] });
  expect(all).toMatchObject({
    run_count: 60,
    error_rate: 12 / 60,
    latency_p50: 31,
    last_run_start_time: new Date(START + 59 * HOUR).toISOString().replace('Z', '000Z'),
  });
  const some = await client.getRunStats({
    projectIds: [project],
    runType: 'llm',
    filter: 'eq(status, "error")',
    startTime: new Date(START + 10 * HOUR).toISOString(),
  });
  expect(some).toMatchObject({ run_count: 3, error_rate: 1 });
});

test.each<[object, Record<string, number>]>([
  [{ attribute: 'name' }, { ask: 30, tell: 30 }],
  [{ attribute: 'run_type' }, { chain: 40, llm: 20 }],
  [{ attribute: 'tag' }, { new: 40, hot: 40, old: 20 }],
  [
    { attribute: 'metadata', path: 'tier' },
    { basic: 45, gold: 15 },
  ],
])('stats are grouped by %j', async (group_by, expected) => {
  const { status, body } = await server.ask('/runs/stats', {
    session: [project],
    group_by,
    select: ['run_count'],
  });
  const wanted = Object.entries(expected).map(([group, run_count]) => [group, { run_count }]);
  expect([status, body]).toEqual([200, Object.fromEntries(wanted)]);
});

test('the largest groups only', async () => {
  const group_by = { attribute: 'metadata', path: 'tier', max_groups: 1 };
  const { body } = await server.ask('/runs/stats', { session: [project], group_by, select: ['run_count'] });
  expect(body).toEqual({ basic: { run_count: 45 } });
});

test('stats of named groups only', async () => {
  const { body } = await server.ask('/runs/stats', {
    session: [project],
    group_by: { attribute: 'name' },
    groups: ['tell'],
    select: ['run_count', 'error_rate'],
  });
  expect(body).toEqual({ tell: { run_count: 30, error_rate: 0.2 } });
});

test('stats need a scope, and grouping by metadata a path', async () => {
  expect((await server.ask('/runs/stats', {})).status).toBe(400);
  const { status, body } = await server.ask('/runs/stats', {
    session: [project],
    group_by: { attribute: 'metadata' },
  });
  expect([status, body]).toMatchObject([422, { detail: [{ loc: ['body', 'group_by', 'path'] }] }]);
});

test('listGroupRuns pages over the conversations by their total', async () => {
  const groups = await collect(
    client.listGroupRuns({ projectId: project, groupBy: 'conversation', limit: 5 }),
  );
  expect(groups.map((group) => group.thread_id)).toEqual(
    Array.from({ length: 12 }, (_, index) => `say "${11 - index}"`),
  );
  expect(groups[0]).toMatchObject({
    count: 5,
    filter: 'eq(thread_id, "say \\"11\\"")',
    min_start_time: new Date(START + 11 * HOUR).toISOString().replace('Z', '000Z'),
    max_start_time: new Date(START + 59 * HOUR).toISOString().replace('Z', '000Z'),
    first_inputs: expect.stringContaining('q11') as string,
    last_outputs: expect.stringContaining('a59') as string,
  });
  const { body } = await server.ask('/runs/group/stats', { session_id: project, group_by: 'conversation' });
  expect(body).toMatchObject({ group_count: 12, run_count: 60 });
  const failing = await collect(
    client.listGroupRuns({ projectId: project, groupBy: 'conversation', filter: 'gt(latency, 59)' }),
  );
  expect(failing.map((group) => group.thread_id)).toEqual(['say "11"']);
});

test('listThreads and readThread of the SDK agree with the conversations', async () => {
  const threads = await client.listThreads({ projectId: project, startTime: new Date(START) });
  expect(threads.map((thread) => thread.thread_id).toSorted()).toEqual(
    Array.from({ length: 12 }, (_, index) => `say "${index}"`).toSorted(),
  );
  const turns = await collect(client.readThread({ threadId: 'say "7"', projectId: project }));
  expect(turns.map((run) => run.id)).toEqual([7, 19, 31, 43, 55].map((turn) => uuid(turn + 1)));
  const failed = await collect(
    client.readThread({
      threadId: 'say "7"',
      projectId: project,
      filter: 'eq(status, "error")',
      order: 'desc',
    }),
  );
  expect(failed.map((run) => run.id)).toEqual([uuid(56)]);
});
