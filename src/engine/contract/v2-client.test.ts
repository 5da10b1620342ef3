/** The generated v2 client of the SDK: runs, traces, threads (CONTRACT §7). */
import type { Client } from 'langsmith';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveEngine, type EngineWithClient } from '../../tools/engine-server/engine-with-client.ts';

const NOW = Date.UTC(2026, 9, 31, 12);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const DATASET = '00000000-0000-4000-8000-0000000000d5';
const WIDE = new Date(NOW - 100 * DAY).toISOString();

const uuid = (number: number) => `00000000-0000-4000-8000-${number.toString(16).padStart(12, '0')}`;
const compact = (time: number) => new Date(time).toISOString().replace(/[-:.]/g, '').slice(0, -1);

/** Turn `t` of 30: a chat trace with a model call of 10 + 5 tokens; four conversations; two per day. */
function turn(t: number) {
  const rootId = uuid(t * 16);
  const start = NOW - MINUTE - t * (DAY / 2);
  const order = `${compact(start)}000Z${rootId}`;
  const thread = `chat/${t % 4} ü`;
  const at = (time: number) => new Date(time).toISOString();
  const root = {
    id: rootId,
    trace_id: rootId,
    dotted_order: order,
    name: 'turn',
    run_type: 'chain',
    session_name: 'chats',
    start_time: at(start),
    end_time: at(start + 1000 * (1 + t)),
    inputs: { question: `question ${t}` },
    outputs: { answer: `answer ${t}` },
    tags: t % 2 === 0 ? ['even'] : [],
    error: t % 5 === 0 ? 'Refused' : null,
    extra: { metadata: { thread_id: thread } },
  };
  const call = {
    ...root,
    id: uuid(t * 16 + 1),
    parent_run_id: rootId,
    dotted_order: `${order}.${compact(start + 10)}000Z${uuid(t * 16 + 1)}`,
    name: t % 3 === 0 ? 'big_model' : 'small_model',
    run_type: 'llm',
    start_time: at(start + 10),
    end_time: at(start + 900),
    error: null,
    extra: {
      metadata: {
        thread_id: thread,
        usage_metadata: { input_tokens: 10, output_tokens: 5, total_tokens: 15, total_cost: 0.25 },
      },
    },
    events: [{ name: 'new_token', time: at(start + 100) }],
  };
  return [root, call];
}

const TURNS = Array.from({ length: 30 }, (_, t) => t);

let server: EngineWithClient;
let client: Client;
let project: string;

beforeAll(async () => {
  server = await serveEngine({ now: () => NOW });
  client = server.client;
  await server.ask('/runs/batch', { post: TURNS.flatMap(turn), patch: [] });
  project = (await client.readProject({ projectName: 'chats' })).id;
});
afterAll(() => server.stop());

async function collect<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const item of pages) all.push(item);
  return all;
}

describe('runs.query', () => {
  test('without a window answers 24 hours, without selects only ids', async () => {
    const items = await collect(client.runs.query({ project_ids: [project], is_root: true }));
    expect(items).toEqual([{ id: uuid(0) }, { id: uuid(16) }]);
  });

  test('pages to the end', async () => {
    const items = await collect(
      client.runs.query({ project_ids: [project], min_start_time: WIDE, page_size: 7, selects: ['ID'] }),
    );
    const expected = TURNS.flatMap((t) => [uuid(t * 16 + 1), uuid(t * 16)]);
    expect(items.map((run) => run.id)).toEqual(expected);
  });

  test('every select is printed the v2 way', async () => {
    const [run] = await collect(
      client.runs.query({
        project_ids: [project],
        ids: [uuid(1)],
        selects: [
          'ID',
          'RUN_TYPE',
          'STATUS',
          'LATENCY_SECONDS',
          'TOTAL_COST',
          'TOTAL_TOKENS',
          'PARENT_RUN_IDS',
          'IS_ROOT',
          'METADATA',
          'THREAD_ID',
          'START_TIME',
          'PROJECT_ID',
          'ERROR',
          'FIRST_TOKEN_TIME',
        ],
      }),
    );
    expect(run).toEqual({
      id: uuid(1),
      run_type: 'LLM',
      status: 'SUCCESS',
      latency_seconds: 0.89,
      total_cost: 0.25,
      total_tokens: 15,
      parent_run_ids: [uuid(0)],
      is_root: false,
      metadata: expect.objectContaining({ thread_id: 'chat/0 ü' }) as unknown,
      thread_id: 'chat/0 ü',
      start_time: '2026-10-31T11:59:00.010000Z',
      project_id: project,
      first_token_time: '2026-10-31T11:59:00.100000Z',
    });
  });

  test.each<[string, Parameters<Client['runs']['query']>[0], (t: number) => readonly number[]]>([
    ['run_type', { run_type: 'LLM' }, (t) => [t * 16 + 1]],
    ['has_error', { has_error: true }, (t) => (t % 5 === 0 ? [t * 16] : [])],
    [
      'filter',
      { filter: 'and(eq(name, "big_model"), gt(latency, 0.5))' },
      (t) => (t % 3 === 0 ? [t * 16 + 1] : []),
    ],
    ['trace_filter', { trace_filter: 'has(tags, "even")' }, (t) => (t % 2 === 0 ? [t * 16, t * 16 + 1] : [])],
    [
      'tree_filter',
      { is_root: true, tree_filter: 'eq(name, "big_model")' },
      (t) => (t % 3 === 0 ? [t * 16] : []),
    ],
    ['trace_id', { trace_id: uuid(32) }, (t) => (t === 2 ? [32, 33] : [])],
    [
      'max_start_time',
      { max_start_time: new Date(NOW - 10 * DAY).toISOString(), is_root: true },
      (t) => (MINUTE + t * (DAY / 2) > 10 * DAY ? [t * 16] : []),
    ],
  ])('%s', async (_, given, expected) => {
    const items = await collect(
      client.runs.query({ project_ids: [project], min_start_time: WIDE, ...given }),
    );
    const ids = TURNS.flatMap(expected).map(uuid);
    expect(ids.length).toBeGreaterThan(0);
    expect(items.map((run) => run.id!).toSorted()).toEqual(ids.toSorted());
  });

  test('a dataset means its experiments', async () => {
    const experiment = await client.createProject({ projectName: 'exp-1', referenceDatasetId: DATASET });
    await server.ask('/runs', {
      ...turn(3)[0]!,
      id: uuid(9000),
      trace_id: uuid(9000),
      dotted_order: undefined,
      session_name: 'exp-1',
    });
    await server.ask(`/sessions/${experiment.id}`, { end_time: null }, 'PATCH');
    const items = await collect(
      client.runs.query({
        reference_dataset_id: DATASET,
        min_start_time: WIDE,
        selects: ['ID', 'PROJECT_ID'],
      }),
    );
    expect(items).toEqual([{ id: uuid(9000), project_id: experiment.id }]);
  });

  test.each<[string, Parameters<Client['runs']['query']>[0], RegExp]>([
    ['no project', {}, /400 .*exactly one of project_ids and reference_dataset_id/],
    ['a page too large', { project_ids: [uuid(5)], page_size: 1001 }, /422 .*page_size.*1000/],
    ['an unknown select', { project_ids: [uuid(5)], selects: ['NOPE' as 'ID'] }, /422 .*selects/],
    ['a foreign cursor', { project_ids: [uuid(5)], cursor: 'abc' }, /400 .*cursor is malformed/],
    [
      'a broken filter',
      { project_ids: [uuid(5)], filter: 'search(name, "x")' },
      /400 .*invalid request: Failed to parse filter: .*offset/,
    ],
  ])('%s is refused', async (_, given, message) => {
    await expect(collect(client.runs.query(given))).rejects.toThrow(message);
  });
});

test('runs.retrieve finds a run in its own project only', async () => {
  const run = await client.runs.retrieve(uuid(16), { project_id: project, selects: ['NAME', 'OUTPUTS'] });
  expect(run).toEqual({ name: 'turn', outputs: { answer: 'answer 1' } });
  await expect(client.runs.retrieve(uuid(16), { project_id: uuid(7) })).rejects.toThrow(/404/);
  const { url } = await client.runs.getURL(uuid(16), { project_id: project, trace_id: uuid(16) });
  expect(url).toContain(`/projects/p/${project}/r/${uuid(16)}`);
});

describe('traces', () => {
  test('query pages over roots with sums over the tree', async () => {
    const items = await collect(
      client.traces.query({
        project_id: project,
        min_start_time: WIDE,
        page_size: 4,
        selects: ['ID', 'NAME', 'TOTAL_TOKENS', 'TOTAL_COST', 'FIRST_TOKEN_TIME'],
      }),
    );
    expect(items).toHaveLength(30);
    expect(items[0]).toEqual({
      root_run: { id: uuid(0), name: 'turn' },
      trace_aggregates: {
        total_tokens: 15,
        total_cost: 0.25,
        first_token_time: '2026-10-31T11:59:00.100000Z',
      },
    });
  });

  test('query narrows by ids and by both filters', async () => {
    const ask = (given: object) =>
      collect(client.traces.query({ project_id: project, min_start_time: WIDE, ...given }));
    const ids = async (given: object) => (await ask(given)).map((trace) => trace.root_run?.id);
    expect(await ids({ trace_ids: [uuid(32), uuid(48)] })).toEqual([uuid(32), uuid(48)]);
    expect(await ids({ trace_filter: 'eq(status, "error")', tree_filter: 'eq(name, "big_model")' })).toEqual(
      TURNS.filter((t) => t % 15 === 0).map((t) => uuid(t * 16)),
    );
  });

  test('listRuns gives the whole trace in start order', async () => {
    const { items } = await client.traces.listRuns(uuid(16), {
      project_id: project,
      selects: ['ID', 'NAME'],
    });
    expect(items).toEqual([
      { id: uuid(16), name: 'turn' },
      { id: uuid(17), name: 'small_model' },
    ]);
    const filtered = await client.traces.listRuns(uuid(16), {
      project_id: project,
      filter: 'eq(run_type, "llm")',
    });
    expect(filtered.items).toEqual([{ id: uuid(17) }]);
  });
});

describe('threads', () => {
  const turnsOf = (thread: number) => TURNS.filter((t) => t % 4 === thread);

  test('query sums up the turns in the window, newest activity first', async () => {
    const threads = await collect(
      client.threads.query({ project_id: project, min_start_time: WIDE, page_size: 3 }),
    );
    expect(threads.map((thread) => thread.thread_id)).toEqual([0, 1, 2, 3].map((n) => `chat/${n} ü`));
    const turns = turnsOf(1);
    expect(threads[1]).toMatchObject({
      count: turns.length,
      num_errored_turns: turns.filter((t) => t % 5 === 0).length,
      first_trace_id: uuid(29 * 16),
      last_trace_id: uuid(16),
      first_inputs: expect.stringContaining('question 29') as string,
      last_outputs: expect.stringContaining('answer 1') as string,
      total_tokens: turns.length * 15,
      total_cost: turns.length * 0.25,
    });
    const recent = await collect(client.threads.query({ project_id: project }));
    expect(recent.map((thread) => thread.count)).toEqual([1, 1]);
  });

  test.each<[string, object, readonly number[]]>([
    ['filter on roots', { filter: 'gt(latency, 28)' }, [0, 1]],
    [
      'filter on any trace',
      { filter: 'search("question 2")', trace_filter: 'eq(status, "error")' },
      [0, 1, 2, 3],
    ],
    ['tree_filter', { tree_filter: 'eq(name, "big_model")' }, [0, 1, 2, 3]],
    ['thread_filter on turns', { thread_filter: 'gt(turn_count, 7)' }, [0, 1]],
    ['thread_filter on the id', { thread_filter: 'eq(thread_id, "chat/2 ü")' }, [2]],
    [
      'thread_filter on errors',
      { thread_filter: 'and(gte(num_errored_turns, 1), lt(turn_count, 8))' },
      [2, 3],
    ],
    [
      'thread_filter on cost',
      { thread_filter: 'or(gte(total_cost, 2), eq(thread_id, "chat/3 ü"))' },
      [0, 1, 3],
    ],
    ['thread_filter on duration', { thread_filter: 'gt(thread_duration, "1209600s")' }, [0, 1]],
  ])('%s', async (_, given, expected) => {
    const threads = await collect(
      client.threads.query({ project_id: project, min_start_time: WIDE, ...given }),
    );
    expect(threads.map((thread) => thread.thread_id)).toEqual(expected.map((n) => `chat/${n} ü`));
  });

  test('thread_filter on feedback pairs key and score of one record', async () => {
    await client.createFeedback(uuid(2 * 16 + 1), 'ok', { score: 1, sessionId: project });
    await client.createFeedback(uuid(3 * 16), 'ok', { score: 0, sessionId: project });
    await client.createFeedback(uuid(3 * 16), 'other', { score: 1, sessionId: project });
    const ask = async (thread_filter: string) => {
      const query = client.threads.query({ project_id: project, min_start_time: WIDE, thread_filter });
      return (await collect(query)).map((thread) => thread.thread_id);
    };
    expect(await ask('and(eq(feedback_key, "ok"), eq(feedback_score, 1))')).toEqual(['chat/2 ü']);
    expect(await ask('eq(feedback_key, "ok")')).toEqual(['chat/2 ü', 'chat/3 ü']);
    expect(await ask('and(eq(feedback_key, "ok"), gt(turn_count, 100))')).toEqual([]);
  });

  test('a thread filter on a field of runs is refused', async () => {
    const query = client.threads.query({ project_id: project, thread_filter: 'eq(run_type, "llm")' });
    await expect(collect(query)).rejects.toThrow(/400 .*Failed to parse thread_filter/);
  });

  test('listTraces pages over the turns, newest first', async () => {
    const traces = await collect(
      client.threads.listTraces('chat/3 ü', {
        project_id: project,
        page_size: 2,
        selects: ['NAME', 'TOTAL_TOKENS', 'INPUTS_PREVIEW'],
      }),
    );
    expect(traces.map((trace) => trace.trace_id)).toEqual(turnsOf(3).map((t) => uuid(t * 16)));
    expect(traces[0]).toMatchObject({ name: 'turn', total_tokens: 15 });
    const even = await collect(
      client.threads.listTraces('chat/2 ü', { project_id: project, filter: 'eq(status, "error")' }),
    );
    expect(even.map((trace) => trace.trace_id)).toEqual([uuid(160)]);
  });

  test('stats answers what is selected', async () => {
    const turns = turnsOf(2);
    const stats = await client.threads.stats('chat/2 ü', {
      session_id: project,
      selects: ['TURNS', 'TOTAL_TOKENS', 'TOTAL_COST', 'FIRST_START_TIME', 'LAST_END_TIME', 'LATENCY_P50'],
    });
    expect(stats).toEqual({
      turns: turns.length,
      total_tokens: turns.length * 15,
      total_cost: turns.length * 0.25,
      first_start_time: '2026-10-18T11:59:00.000000Z',
      last_end_time: '2026-10-30T11:59:03.000000Z',
      latency_p50_seconds: 15,
    });
    const none = await client.threads.stats('nobody', { session_id: project, selects: ['TURNS'] });
    expect(none).toEqual({ turns: 0 });
  });
});
