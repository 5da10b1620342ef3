/** What is really sent to v1, and what becomes of odd answers. The other direction: engine-backend.test.ts. */
import { expect, test } from 'vitest';
import type { RunQuery } from '../contract/api.ts';
import { connectApi } from '../testing/connect-api.ts';
import { json, type Answer } from '../testing/fake-server.ts';

const QUERY = 'POST /api/v1/runs/query';
const page = { pageSize: 500 };
const light = { previews: true, metadata: false };
const window = { from: Date.UTC(2026, 10, 14), to: Date.UTC(2026, 10, 21) + 0.5 };
const ask = (query: Partial<RunQuery>): RunQuery => ({ projectIds: ['p'], window, ...query });
const run = (id: string, more: object = {}) => ({
  id,
  start_time: '2026-11-20T00:00:00',
  session_id: 'p',
  ...more,
});
const runs =
  (...rows: object[]): Answer =>
  () => ({ runs: rows, cursors: { next: null } });

test('every argument travels under its v1 name, the page within its limit', async () => {
  const { api, server } = connectApi('v1', { [QUERY]: runs() });
  await api.queryRuns(
    ask({
      filter: 'eq(name, "x")',
      traceFilter: 'a',
      treeFilter: 'b',
      query: 'slow ones',
      runType: 'LLM',
      traceId: 't',
      parentRunId: 'q',
      referenceExampleId: 'e',
      isRoot: true,
      error: false,
      order: 'asc',
    }),
    { ...page, cursor: 'next' },
    light,
  );
  const { select, ...body } = server.bodiesOf(QUERY)[0]!;
  expect(body).toEqual({
    session: ['p'],
    start_time: '2026-11-14T00:00:00Z',
    end_time: '2026-11-21T00:00:00.000500Z',
    filter: 'eq(name, "x")',
    trace_filter: 'a',
    tree_filter: 'b',
    query: 'slow ones',
    run_type: 'llm',
    trace: 't',
    parent_run: 'q',
    reference_example: ['e'],
    is_root: true,
    error: false,
    order: 'asc',
    limit: 100,
    cursor: 'next',
    skip_prev_cursor: true,
  });
  expect(select).toEqual(expect.arrayContaining(['id', 'inputs_preview', 'outputs_preview', 'error']));
});

test('lists never ask for payloads', async () => {
  const { api, server } = connectApi('v1', { [QUERY]: runs() });
  await api.queryRuns(ask({}), page, { previews: false, metadata: false });
  await api.queryRuns(ask({}), page, { previews: true, metadata: true });
  const [bare, full] = server.bodiesOf(QUERY).map(({ select }) => select as string[]);
  for (const heavy of ['inputs', 'outputs', 'events', 'serialized', 'child_run_ids', 's3_urls'])
    expect(full).not.toContain(heavy);
  expect(bare).not.toEqual(expect.arrayContaining(['inputs_preview']));
  expect(bare).not.toContain('extra');
  expect(full).toContain('extra');
});

test('blank filters are not sent', async () => {
  const { api, server } = connectApi('v1', { [QUERY]: runs() });
  await api.queryRuns(ask({ filter: '  ', traceFilter: '', window: {} }), page, light);
  expect(Object.keys(server.bodiesOf(QUERY)[0]!).toSorted()).toEqual(
    ['limit', 'order', 'select', 'session', 'skip_prev_cursor'].toSorted(),
  );
});

test('run ids go alone, and the answer says what they override', async () => {
  const { api, server } = connectApi('v1', { [QUERY]: runs(run('a')) });
  const { notices } = await api.queryRuns(ask({ runIds: ['a'], filter: 'eq(name, "x")' }), page, light);
  expect(server.bodiesOf(QUERY)[0]).not.toHaveProperty('filter');
  expect(server.bodiesOf(QUERY)[0]).not.toHaveProperty('session');
  expect(notices).toMatchObject([{ id: 'ids-override' }]);
  const plain = await api.queryRuns(ask({ runIds: ['a'] }), page, light);
  expect(plain.notices).toEqual([]);
});

test('without any scope nothing is sent', async () => {
  const { api, server } = connectApi('v1', { [QUERY]: runs() });
  await expect(api.queryRuns(ask({ projectIds: [] }), page, light)).rejects.toMatchObject({
    name: 'UnsupportedError',
    remedy: expect.stringMatching(/project/i),
  });
  expect(server.bodiesOf(QUERY)).toEqual([]);
});

test('an empty page ends the list whatever its cursor', async () => {
  const { api } = connectApi('v1', { [QUERY]: () => ({ runs: [], cursors: { next: 'more' } }) });
  await expect(api.queryRuns(ask({}), page, light)).resolves.toMatchObject({
    rows: [],
    nextCursor: undefined,
  });
});

test('doubles in a page are dropped; unreadable fields and a parsed query are told', async () => {
  const rows = [run('a'), run('a'), run('b', { total_cost: 'cheap' })];
  const answer = () => ({ runs: rows, cursors: { next: 'n' }, parsed_query: 'eq(name, "x")' });
  const { api } = connectApi('v1', { [QUERY]: answer });
  const { rows: got, notices, nextCursor } = await api.queryRuns(ask({}), page, light);
  expect(got.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(nextCursor).toBe('n');
  expect(notices.map(({ id }) => id)).toEqual(['parsed-query', 'unreadable-total_cost']);
});

test('a select that an older server refuses is left out from then on, and said', async () => {
  const { api, server } = connectApi('v1', {
    [QUERY]: ({ body }) => {
      const select = body['select'] as string[];
      const detail = ['thread_id', 'share_token'].flatMap((name) =>
        select.includes(name)
          ? [{ loc: ['body', 'select', select.indexOf(name)], msg: 'not permitted' }]
          : [],
      );
      return detail.length > 0 ? json(422, { detail }) : { runs: [run('a')] };
    },
  });
  const first = await api.queryRuns(ask({}), page, light);
  expect(first.rows).toHaveLength(1);
  expect(first.notices[0]?.message).toMatch(/thread_id, share_token/);
  const second = await api.queryRuns(ask({}), page, light);
  expect(second.notices).toEqual(first.notices);
  expect(server.bodiesOf(QUERY)).toHaveLength(3);
});

test('a 422 about something else is the person’s to see', async () => {
  const refuse = () => json(422, { detail: [{ loc: ['body', 'filter'], msg: 'bad filter' }] });
  const { api, server } = connectApi('v1', { [QUERY]: refuse });
  await expect(api.queryRuns(ask({}), page, light)).rejects.toMatchObject({
    message: 'body.filter: bad filter',
  });
  expect(server.bodiesOf(QUERY)).toHaveLength(1);
});

test('a trace comes whole, follows a cursor all the same, and is put in tree order', async () => {
  const order = (id: string) => ({ dotted_order: `20261120T000000000000Z${id}-` });
  const { api, server } = connectApi('v1', {
    [QUERY]: ({ body }) =>
      body['cursor']
        ? { runs: [run('a', order('a')), run('b', order('b'))], cursors: { next: 'x' } }
        : { runs: [run('c', order('c')), run('b', order('b'))], cursors: { next: 'x' } },
  });
  const { rows } = await api.traceRuns('t', 'p');
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  expect(server.bodiesOf(QUERY)).toMatchObject([{ trace: 't', session: ['p'] }, { cursor: 'x' }]);
});

test('traces are roots whose own sums are those of the trace', async () => {
  const { api, server } = connectApi('v1', {
    [QUERY]: runs(run('a', { total_tokens: 7, total_cost: '0.5' })),
  });
  const { rows } = await api.queryTraces(ask({ filter: 'f' }), page, light);
  expect(rows).toMatchObject([{ totalTokens: 7, totalCost: 0.5, root: { id: 'a' } }]);
  expect(server.bodiesOf(QUERY)[0]).toMatchObject({ is_root: true, filter: 'f' });
});

test('payloads are asked by id in hundreds', async () => {
  const { api, server } = connectApi('v1', { [QUERY]: runs() });
  const ids = Array.from({ length: 250 }, (_, index) => String(index));
  await api.runPayloads(ids, 'p');
  expect(server.bodiesOf(QUERY).map(({ id }) => (id as string[]).length)).toEqual([100, 100, 50]);
  await expect(api.runPayloads([], 'p')).resolves.toEqual([]);
});

test('threads fall back to grouping root runs, and say so', async () => {
  const root = (id: string, thread: string | null, time: string) =>
    run(id, { thread_id: thread, start_time: time, inputs_preview: id, total_tokens: 2 });
  const { api } = connectApi('v1', {
    'POST /api/v1/runs/group': () => [{ unexpected: true }],
    [QUERY]: runs(
      root('c', 't1', '2026-11-20T03:00:00'),
      root('b', 't2', '2026-11-20T02:00:00'),
      root('a', 't1', '2026-11-20T01:00:00'),
      root('x', null, '2026-11-20T00:00:00'),
    ),
  });
  const { rows, notices } = await api.queryThreads('p', ask({}), { pageSize: 20 });
  expect(rows).toMatchObject([
    { threadId: 't1', turns: 2, totalTokens: 4, firstInput: 'a' },
    { threadId: 't2', turns: 1 },
  ]);
  expect(notices).toMatchObject([{ id: 'grouped-here' }]);
});

test('thread groups page by offset', async () => {
  const { api, server } = connectApi('v1', {
    'POST /api/v1/runs/group': () => ({
      groups: [{ group_key: 'k', count: 2, first_inputs: { a: 1 } }],
      total: 3,
    }),
  });
  const first = await api.queryThreads('p', ask({ filter: 'f', error: true }), { pageSize: 1 });
  expect(first.rows).toMatchObject([{ threadId: 'k', turns: 2, firstInput: '{"a":1}' }]);
  await api.queryThreads('p', ask({}), { pageSize: 1, cursor: first.nextCursor });
  expect(server.bodiesOf('POST /api/v1/runs/group')).toMatchObject([
    { session_id: 'p', group_by: 'conversation', limit: 1, offset: 0, filter: 'and(f, eq(status, "error"))' },
    { offset: 1 },
  ]);
});

test('feedback is read to its end, runs in hundreds', async () => {
  const record = (id: string) => ({ id, key: 'k', score: true });
  const { api, server } = connectApi('v1', {
    'GET /api/v1/feedback': ({ params }) =>
      params.get('offset') === '0' && params.getAll('run').includes('0')
        ? Array.from({ length: 100 }, (_, index) => record(`f${index}`))
        : [record('last')],
  });
  const runIds = Array.from({ length: 101 }, (_, index) => String(index));
  const records = await api.listFeedback({ runIds, keys: ['k'] });
  expect(records).toHaveLength(101);
  expect(
    server.asked.filter(({ route }) => route.endsWith('/feedback')).map(({ params }) => params.get('offset')),
  ).toEqual(['0', '100', '0']);
  await expect(api.listFeedback({ runIds: [] })).resolves.toEqual([]);
});

test('projects are asked newest first with an explicit statistics window', async () => {
  const { api, server } = connectApi('v1', {
    'GET /api/v1/sessions': () => [{ id: 'p', name: 'n', total_cost: '1.5', run_count: 0, error_rate: 0 }],
  });
  const query = { nameContains: 'n', includeStats: true, withoutExperiments: true, offset: 20, limit: 500 };
  await expect(api.listProjects(query)).resolves.toMatchObject([
    { id: 'p', stats: { totalCost: 1.5, runCount: 0 } },
  ]);
  const params = Object.fromEntries(server.asked.at(-1)!.params);
  expect(params).toEqual({
    name_contains: 'n',
    reference_free: 'true',
    include_stats: 'true',
    stats_start_time: '2026-11-14T12:00:00Z',
    sort_by: 'last_run_start_time',
    sort_by_desc: 'true',
    offset: '20',
    limit: '100',
  });
});

test('an attachment of the own origin goes through the connection, another one does not', async () => {
  const { api, server } = connectApi('v1', {
    'GET /api/v1/public/file': () => new Response('bytes'),
    'GET /api/v1/public/gone': () => json(404, { detail: 'expired' }),
  });
  await expect((await api.attachment('/public/file')).text()).resolves.toBe('bytes');
  await expect(api.attachment('/public/gone')).rejects.toMatchObject({ status: 404, message: 'expired' });
  const before = server.asked.length;
  await expect(api.attachment('https://bucket.example/x')).rejects.toMatchObject({
    name: 'UnsupportedError',
  });
  expect(server.asked).toHaveLength(before);
});
