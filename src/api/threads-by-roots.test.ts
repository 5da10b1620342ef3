import { expect, test } from 'vitest';
import type { RunQuery } from '../contract/api.ts';
import { connectApi } from '../testing/connect-api.ts';
import { type Answer, json } from '../testing/fake-server.ts';

const QUERY = 'POST /api/v1/runs/query';
const ALL: RunQuery = { projectIds: ['p'], window: {} };

interface Root {
  readonly thread?: string;
  readonly key?: string;
  readonly error?: string;
  readonly score?: number;
}

const HOUR = 3_600_000;
const NEWEST = Date.UTC(2026, 10, 20);
const timeOf = (index: number) => new Date(NEWEST - index * HOUR).toISOString();

/** Root runs, newest first, an hour apart; each took as many seconds as its place. */
const row = ({ thread, key = 'session_id', error, score }: Root, index: number) => ({
  id: `r${index}`,
  start_time: timeOf(index),
  end_time: new Date(NEWEST - index * HOUR + index * 1000).toISOString(),
  status: error ? 'error' : 'success',
  error,
  inputs_preview: `in ${index}`,
  outputs_preview: error ? undefined : `out ${index}`,
  extra: { metadata: thread === undefined ? {} : { [key]: thread } },
  feedback_stats: score === undefined ? {} : { good: { n: 1, avg: score } },
});

interface Asked {
  readonly select: readonly string[];
  readonly filter?: string;
  readonly cursor?: string;
  readonly limit: number;
  readonly end_time?: string;
}

/** A server of the first generation that has never heard of threads. */
function withoutThreads(roots: readonly Root[]): Answer {
  const rows = roots.map(row);
  return ({ body }) => {
    const { select, filter = '', cursor, limit, end_time: end } = body as unknown as Asked;
    const at = select.indexOf('thread_id');
    if (at >= 0) return json(422, { detail: [{ loc: ['body', 'select', at], msg: 'unknown field' }] });
    if (filter.includes('thread_id,')) return json(400, { detail: 'Unknown field thread_id' });
    const names = [...filter.matchAll(/eq\(metadata_value, "(\w+)"\)/g)].map(([, name]) => name);
    const matching = rows.filter(
      ({ start_time, status, extra }) =>
        (end === undefined || start_time < end) &&
        (!filter.includes('eq(status, "error")') || status === 'error') &&
        (names.length === 0 || names.includes(Object.values(extra.metadata)[0])),
    );
    const from = Number(cursor ?? 0);
    const to = from + limit;
    return {
      runs: matching.slice(from, to),
      cursors: { next: to < matching.length ? String(to) : null },
    };
  };
}

const connect = (roots: readonly Root[]) => connectApi('v1', { [QUERY]: withoutThreads(roots) });
const many = (count: number, root: Root): readonly Root[] => Array.from({ length: count }, () => root);

test('threads are known by each of the three metadata keys, with their times and feedback', async () => {
  const { api } = connect([
    { thread: 'a', key: 'thread_id', score: 1 },
    { thread: 'b', key: 'conversation_id' },
    { thread: 'a', key: 'thread_id', score: 0, error: 'broken' },
    { thread: 'a', key: 'session_id' },
    {},
  ]);
  const { rows, notices, nextCursor } = await api.queryThreads('p', ALL, { pageSize: 100 });
  expect(rows).toMatchObject([
    {
      threadId: 'a',
      turns: 3,
      erroredTurns: 1,
      firstInput: 'in 3',
      lastOutput: 'out 0',
      lastError: 'broken',
      latencyP50: 2,
      latencyP99: 3,
      feedback: { good: { n: 2, avg: 0.5 } },
    },
    { threadId: 'b', turns: 1 },
  ]);
  expect(notices.map(({ id }) => id)).toEqual(['grouped-here']);
  expect(nextCursor).toBeUndefined();
});

test('a filter finds threads and does not cut them', async () => {
  const { api } = connect([
    { thread: 'a' },
    { thread: 'b' },
    { thread: 'a', error: 'broken' },
    { thread: 'a' },
  ]);
  const query = { ...ALL, filter: 'eq(status, "error")' };
  const { rows } = await api.queryThreads('p', query, { pageSize: 100 });
  expect(rows).toMatchObject([{ threadId: 'a', turns: 3, erroredTurns: 1, firstInput: 'in 3' }]);
});

test('more threads than one reading finds are offered, and each is told once and whole', async () => {
  const spread = [{ thread: 'long' }, ...many(1100, {}), { thread: 'long' }, { thread: 'old' }];
  const { api } = connect(spread);
  const first = await api.queryThreads('p', ALL, { pageSize: 100 });
  expect(first.rows).toMatchObject([{ threadId: 'long', turns: 2, firstInput: 'in 1101' }]);
  expect(first.rows[0]).not.toHaveProperty('isPartial');
  const second = await api.queryThreads('p', ALL, { pageSize: 100, cursor: first.nextCursor });
  expect(second.rows).toMatchObject([{ threadId: 'old', turns: 1 }]);
  expect(second.nextCursor).toBeUndefined();
});

test('a thread with more turns than are read says so, and does not hide those of the others', async () => {
  const { api } = connect([{ thread: 'quiet' }, ...many(2500, { thread: 'busy' }), { thread: 'quiet' }]);
  const { rows } = await api.queryThreads('p', ALL, { pageSize: 100 });
  const told = new Map(rows.map((thread) => [thread.threadId, thread]));
  expect(told.get('quiet')).toMatchObject({ turns: 2, firstInput: 'in 2501' });
  expect(told.get('quiet')).not.toHaveProperty('isPartial');
  expect(told.get('busy')).toMatchObject({ isPartial: true });
  expect(told.get('busy')!.turns).toBeGreaterThan(1000);
});

test('the runs of threads are asked for by the metadata where the server does not know thread_id', async () => {
  const { api, server } = connect([{ thread: 'a' }, { thread: 'b' }, { thread: 'c' }]);
  const ask = (...threadIds: readonly string[]) =>
    api.queryTraces({ ...ALL, threadIds }, { pageSize: 10 }, { previews: true, metadata: false });
  expect((await ask('a', 'c')).rows.map(({ root }) => root.id)).toEqual(['r0', 'r2']);
  expect((await ask('b')).rows.map(({ root }) => root.id)).toEqual(['r1']);
  const metadata =
    'and(in(metadata_key, ["session_id","conversation_id","thread_id"]), eq(metadata_value, "b"))';
  // Refused once, and not asked that way again.
  const filters = server.bodiesOf(QUERY).map(({ filter }) => filter);
  expect(filters.filter((filter) => String(filter).includes('eq(thread_id'))).toEqual([
    'or(eq(thread_id, "a"), eq(thread_id, "c"))',
    'or(eq(thread_id, "a"), eq(thread_id, "c"))',
  ]);
  expect(filters.at(-1)).toBe(metadata);
});

test('a refusal of something else is the one that is told', async () => {
  const refuse: Answer = ({ body }) =>
    json(400, { detail: String(body['filter']).includes('thread_id,') ? 'eq(nope) is unknown' : 'other' });
  const { api } = connectApi('v1', { [QUERY]: refuse });
  const query = { ...ALL, isRoot: true, filter: 'eq(nope, 1)', threadIds: ['a'] };
  await expect(
    api.queryRuns(query, { pageSize: 10 }, { previews: false, metadata: false }),
  ).rejects.toMatchObject({ message: 'eq(nope) is unknown' });
});

test('runs below the roots are found by the root that the thread is written on', async () => {
  const { api, server } = connect([{ thread: 'a' }]);
  const select = { previews: false, metadata: false };
  await api.queryRuns({ ...ALL, runType: 'tool', threadIds: ['a'] }, { pageSize: 10 }, select);
  const asked = server.bodiesOf(QUERY).at(-1)!;
  expect(asked['filter'] ?? undefined).toBeUndefined();
  expect(String(asked['trace_filter'])).toContain('"a")');
});
