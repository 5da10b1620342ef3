/**
 * The client over a real server of the same API, once per generation: the same questions must give the
 * same rows. What v1 and v2 cannot say alike is listed in `comparable`.
 */
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Api, Generation, RunQuery } from '../contract/api.ts';
import type { Run } from '../contract/run.ts';
import { createEngine } from '../engine/create-engine.ts';
import { createApi } from './create-api.ts';

const now = Date.UTC(2026, 10, 21, 12);
const BASE = 'http://engine.example/sub';
const TRACES = 12;

const uuid = (group: number, index: number) =>
  `00000000-0000-7000-8000-${String(group).padStart(6, '0')}${String(index).padStart(6, '0')}`;
const iso = (time: number) => new Date(time).toISOString();
const stamp = (time: number) => `${iso(time).replace(/[-:]/g, '').replace('.', '').slice(0, -1)}000Z`;

const PROJECT = uuid(900, 1);

/** One trace: a root chain, an llm and a failing tool below it. Every third root fails; threads of four. */
function traceLines(index: number): object[] {
  const at = now - (index + 1) * 3_600_000;
  const root = uuid(index, 0);
  const base = { trace_id: root, session_id: PROJECT, session_name: 'fleet' };
  const fails = index % 3 === 0;
  const order = (id: string, time: number) => `${stamp(at)}${root}.${stamp(time)}${id}`;
  return [
    {
      ...base,
      id: root,
      name: `agent ${index}`,
      run_type: 'chain',
      start_time: iso(at),
      end_time: iso(at + 2000 + index),
      dotted_order: `${stamp(at)}${root}`,
      inputs: { question: `what is ${index}?` },
      outputs: fails ? null : { answer: String(index) },
      error: fails ? 'it broke\nat line 1' : null,
      tags: ['prod'],
      extra: { metadata: { thread_id: `thread ${Math.floor(index / 4)}`, tier: index % 2 ? 'gold' : 'tin' } },
    },
    {
      ...base,
      id: uuid(index, 1),
      parent_run_id: root,
      name: 'model',
      run_type: 'llm',
      start_time: iso(at + 100),
      end_time: iso(at + 900),
      dotted_order: order(uuid(index, 1), at + 100),
      inputs: { messages: [] },
      outputs: { text: 'ok' },
      events: [{ name: 'new_token', time: iso(at + 300) }],
      extra: { metadata: { usage_metadata: { input_tokens: 10, output_tokens: 5, total_tokens: 15 } } },
    },
    {
      ...base,
      id: uuid(index, 2),
      parent_run_id: root,
      name: 'lookup',
      run_type: 'tool',
      start_time: iso(at + 1000),
      end_time: iso(at + 1500),
      dotted_order: order(uuid(index, 2), at + 1000),
      error: 'no such key',
      inputs: { key: 'k' },
    },
  ];
}

const feedbackLine = {
  feedback: {
    id: uuid(800, 1),
    key: 'score',
    score: 0.25,
    comment: 'meh',
    run_id: uuid(1, 0),
    trace_id: uuid(1, 0),
    session_id: PROJECT,
    feedback_source: { type: 'api' },
  },
};

async function startEngine() {
  const engine = createEngine({ now: () => now });
  const lines = [...Array.from({ length: TRACES }, (_, index) => traceLines(index)).flat(), feedbackLine];
  const bytes = gzipSync(lines.map((line) => JSON.stringify(line)).join('\n'));
  await engine.load(new Uint8Array(bytes), { name: 'fleet' });
  return engine;
}

/** The engine answers at the root; like a gateway, this one serves it under a sub-path. */
async function connect(generation: Generation): Promise<{ api: Api; asked: string[] }> {
  const engine = await startEngine();
  const asked: string[] = [];
  const api = createApi({
    connectionId: 'c',
    baseUrl: BASE,
    generation,
    clock: { now: () => now, sleep: () => Promise.reject(new Error('nothing here should wait')) },
    fetch: async (request) => {
      const url = new URL(request.url);
      asked.push(`${request.method} ${url.pathname}`);
      expect(url.pathname).toMatch(/^\/sub\/api\/v[12]\//);
      url.pathname = url.pathname.slice('/sub'.length);
      const body = request.method === 'GET' ? undefined : await request.text();
      return engine.fetch(new Request(url, { method: request.method, headers: request.headers, body }));
    },
  });
  return { api, asked };
}

const page = { pageSize: 100 };
const light = { previews: true, metadata: true };
const window = { from: now - 30 * 86_400_000 };
const ask = (query: Partial<RunQuery>): RunQuery => ({ projectIds: [project], window, ...query });
let project = '';

/** Tokens of parents are sums on v1 and their own on v2 (UNKNOWNS U34); no metadata may be said in two ways. */
const comparable = ({
  totalTokens: _1,
  promptTokens: _2,
  completionTokens: _3,
  totalCost: _4,
  promptCost: _5,
  completionCost: _6,
  shareToken: _7,
  runtime: _8,
  feedback,
  metadata = {},
  ...run
}: Run) => ({ ...run, metadata, feedback: Object.keys(feedback) });

describe.each<Generation>(['v1', 'v2'])('over %s', (generation) => {
  let api: Api;
  let asked: string[];
  beforeAll(async () => {
    ({ api, asked } = await connect(generation));
    project = (await api.listProjects({ includeStats: true, offset: 0, limit: 10, name: 'fleet' }))[0]!.id;
  });
  const ids = async (query: Partial<RunQuery>, order?: 'asc' | 'desc') =>
    (await api.queryRuns(ask({ ...query, order }), page, light)).rows.map(({ id }) => id);
  const roots = (...indexes: number[]) => indexes.map((index) => uuid(index, 0));

  test('speaks only its own generation for runs', async () => {
    expect(await api.info()).toMatchObject({ generation });
    await api.queryRuns(ask({}), page, light);
    const runRoutes = asked.filter((route) => route.endsWith('/runs/query'));
    expect(runRoutes.at(-1)).toContain(`/api/${generation}/`);
  });

  test('projects and their statistics', async () => {
    const [fleet] = await api.listProjects({
      includeStats: true,
      offset: 0,
      limit: 10,
      nameContains: 'flee',
    });
    expect(fleet).toMatchObject({ name: 'fleet', stats: { runCount: TRACES } });
    expect(await api.getProject(fleet!.id, window.from)).toMatchObject({ id: fleet!.id, name: 'fleet' });
    await expect(api.getProject(uuid(999, 9), undefined)).rejects.toMatchObject({ name: 'NotFoundError' });
    const values = await api.projectMetadata(fleet!.id, window);
    expect(values['tier']?.toSorted()).toEqual(['gold', 'tin']);
  });

  test('the list_runs arguments', async () => {
    const failing = Array.from({ length: TRACES }, (_, index) => index).filter((index) => index % 3 === 0);
    expect(await ids({ isRoot: true })).toEqual(roots(...Array(TRACES).keys()));
    expect(await ids({ isRoot: true }, 'asc')).toEqual(roots(...Array(TRACES).keys()).toReversed());
    expect(await ids({ isRoot: true, error: true })).toEqual(roots(...failing));
    expect(await ids({ runType: 'llm' })).toHaveLength(TRACES);
    expect(await ids({ filter: 'eq(name, "agent 3")' })).toEqual(roots(3));
    expect(await ids({ traceId: uuid(2, 0) })).toHaveLength(3);
    expect(await ids({ runIds: [uuid(5, 1)] })).toEqual([uuid(5, 1)]);
    expect((await ids({ parentRunId: uuid(4, 0) })).toSorted()).toEqual([uuid(4, 1), uuid(4, 2)]);
    expect(await ids({ filter: 'eq(name, "model")', traceFilter: 'eq(name, "agent 7")' })).toEqual([
      uuid(7, 1),
    ]);
    expect(
      await ids({ isRoot: true, treeFilter: 'eq(status, "error")', filter: 'eq(name, "agent 1")' }),
    ).toEqual(roots(1));
    expect(
      await ids({ isRoot: true, window: { from: now - 3 * 3_600_000, to: now - 2 * 3_600_000 } }),
    ).toEqual(roots(2));
    expect(await ids({ isRoot: true, window: {} })).toHaveLength(TRACES);
  });

  test('pages to the end without a gap or a double', async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const answer = await api.queryRuns(ask({}), { pageSize: 7, cursor }, light);
      seen.push(...answer.rows.map(({ id }) => id));
      cursor = answer.nextCursor;
    } while (cursor);
    expect(seen).toHaveLength(TRACES * 3);
    expect(new Set(seen).size).toBe(TRACES * 3);
  });

  test('traces carry the sums of the whole trace', async () => {
    const answer = await api.queryTraces(ask({ error: true }), page, light);
    expect(answer.notices).toEqual([]);
    expect(answer.rows.map(({ root }) => root.id)).toEqual(roots(0, 3, 6, 9));
    expect(answer.rows[0]).toMatchObject({ totalTokens: 15, root: { name: 'agent 0', isRoot: true } });
    const filtered = await api.queryTraces(
      ask({
        filter: 'eq(name, "agent 1")',
        traceFilter: 'has(tags, "prod")',
        treeFilter: 'eq(name, "lookup")',
      }),
      page,
      light,
    );
    expect(filtered.rows.map(({ root }) => root.id)).toEqual(roots(1));
  });

  test('a trace, whole and in tree order', async () => {
    const { rows } = await api.traceRuns(uuid(2, 0), project);
    expect(rows.map(({ name }) => name)).toEqual(['agent 2', 'model', 'lookup']);
    expect(rows[1]).toMatchObject({
      parentId: uuid(2, 0),
      latencySeconds: 0.8,
      firstTokenSeconds: 0.2,
      totalTokens: 15,
    });
    await expect(api.traceRuns(uuid(777, 0), project)).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  test('payloads, more than one batch of them', async () => {
    const unknown = Array.from({ length: 120 }, (_, index) => uuid(600, index));
    const payloads = await api.runPayloads([...unknown, uuid(2, 0), uuid(2, 1)], project);
    expect(payloads.map(({ id }) => id).toSorted()).toEqual([uuid(2, 0), uuid(2, 1)]);
    const root = payloads.find(({ id }) => id === uuid(2, 0));
    expect(root).toMatchObject({
      inputs: { question: 'what is 2?' },
      outputs: { answer: '2' },
      extra: { metadata: { tier: 'tin' } },
    });
  });

  test('a run by its id alone', async () => {
    expect(await api.findRun(uuid(6, 2))).toMatchObject({
      name: 'lookup',
      traceId: uuid(6, 0),
      projectId: project,
    });
    await expect(api.findRun(uuid(777, 0))).rejects.toMatchObject({ name: 'NotFoundError', what: 'run' });
  });

  test('statistics, threads, feedback, validation', async () => {
    const stats = await api.runStats(ask({ isRoot: true }));
    expect(stats).toMatchObject({ runCount: TRACES, errorRate: 4 / TRACES });
    expect(stats.latencyP95).toBeGreaterThanOrEqual(stats.latencyP50!);
    const groups = await api.groupStats(ask({}), { kind: 'run_type' }, 1);
    expect(groups).toMatchObject([{ value: 'chain', stats: { runCount: TRACES } }]);
    const tiers = await api.groupStats(ask({ isRoot: true }), { kind: 'metadata', key: 'tier' }, 9);
    expect(tiers.map(({ value, stats: { runCount } }) => [value, runCount])).toEqual([
      ['gold', TRACES / 2],
      ['tin', TRACES / 2],
    ]);
    const threads = await api.queryThreads(project, ask({}), { pageSize: 2 });
    expect(threads.rows.map(({ threadId, turns }) => [threadId, turns])).toEqual([
      ['thread 0', 4],
      ['thread 1', 4],
    ]);
    expect(threads.nextCursor).toBeDefined();
    const rest = await api.queryThreads(project, ask({}), { pageSize: 2, cursor: threads.nextCursor });
    expect(rest.rows.map(({ threadId }) => threadId)).toEqual(['thread 2']);
    const turns = await api.threadTraces('thread 1', project, page);
    expect(turns.rows.map(({ id }) => id)).toEqual(roots(4, 5, 6, 7));
    expect(await api.listFeedback({ runIds: [uuid(1, 0)] })).toMatchObject([{ key: 'score', score: 0.25 }]);
    expect(await api.validateFilter(ask({ filter: 'eq(name, "x")' }))).toEqual({ valid: true, errors: [] });
    expect((await api.validateFilter(ask({ filter: 'eq(name' }))).valid).toBe(false);
  });

  test('a wrong filter is the server’s sentence', async () => {
    await expect(api.queryRuns(ask({ filter: 'eq(name' }), page, light)).rejects.toMatchObject({
      name: 'HttpError',
      status: 400,
      message: expect.stringMatching(/filter/i),
    });
  });
});

test('both generations give the same rows', async () => {
  const rowsOf = async (generation: Generation) => {
    const { api } = await connect(generation);
    project = (await api.listProjects({ includeStats: false, offset: 0, limit: 1, name: 'fleet' }))[0]!.id;
    const list = await api.queryRuns(ask({}), page, light);
    const trace = await api.traceRuns(uuid(1, 0), project);
    const payload = await api.runPayloads([uuid(1, 1)], project);
    return { list: list.rows.map(comparable), trace: trace.rows.map(comparable), payload };
  };
  const v1 = await rowsOf('v1');
  const v2 = await rowsOf('v2');
  expect(v2.list).toEqual(v1.list);
  expect(v2.trace).toEqual(v1.trace);
  expect(v2.payload).toEqual(v1.payload);
});

test('left alone, the client finds v2 out', async () => {
  const engine = await startEngine();
  const api = createApi({ connectionId: 'c', baseUrl: 'http://engine.example', fetch: engine.fetch });
  expect(await api.info()).toMatchObject({ generation: 'v2', version: '0.17.0' });
});
