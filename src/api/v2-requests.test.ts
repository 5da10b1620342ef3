/** What is really sent to v2, and how its gaps are bridged and told. */
import { expect, test } from 'vitest';
import type { RunQuery } from '../contract/api.ts';
import { connectApi } from '../testing/connect-api.ts';
import { json, type Answer } from '../testing/fake-server.ts';

const QUERY = 'POST /api/v2/runs/query';
const TRACES = 'POST /api/v2/traces/query';
const refuse = () => json(422, { detail: 'project_ids is required' });
/** The probe of the generation names no project. */
const runs =
  (...rows: object[]): Answer =>
  ({ body }) =>
    body['project_ids'] ? { items: rows, next_cursor: null } : refuse();
const page = { pageSize: 5000 };
const light = { previews: true, metadata: true };
const window = { from: Date.UTC(2026, 10, 14), to: Date.UTC(2026, 10, 21) };
const ask = (query: Partial<RunQuery>): RunQuery => ({ projectIds: ['p'], window, ...query });
const run = (id: string, minute = 0) => ({ id, start_time: `2026-11-20T00:0${minute}:00Z` });
const asked = (bodies: readonly Record<string, unknown>[]) => bodies.filter((body) => body['project_ids']);

test('every argument travels under its v2 name', async () => {
  const { api, server } = connectApi('v2', { [QUERY]: runs() });
  const { notices } = await api.queryRuns(
    ask({
      filter: 'eq(name, "x")',
      traceFilter: 'a',
      treeFilter: 'b',
      query: 'slow ones',
      runType: 'llm',
      traceId: 't',
      parentRunId: 'q"',
      referenceExampleId: 'e',
      runIds: ['1'],
      isRoot: false,
      error: true,
    }),
    { ...page, cursor: 'next' },
    light,
  );
  const { selects, ...body } = asked(server.bodiesOf(QUERY))[0]!;
  expect(body).toEqual({
    project_ids: ['p'],
    ids: ['1'],
    trace_id: 't',
    reference_examples: ['e'],
    run_type: 'LLM',
    has_error: true,
    is_root: false,
    filter: 'and(eq(name, "x"), eq(parent_run_id, "q\\""))',
    trace_filter: 'a',
    tree_filter: 'b',
    ai_query: 'slow ones',
    min_start_time: '2026-11-14T00:00:00Z',
    max_start_time: '2026-11-21T00:00:00Z',
    page_size: 1000,
    cursor: 'next',
  });
  expect(selects).toEqual(
    expect.arrayContaining(['ID', 'PROJECT_ID', 'METADATA', 'INPUTS_PREVIEW', 'ERROR_PREVIEW']),
  );
  expect(selects).not.toEqual(expect.arrayContaining(['INPUTS']));
  expect(notices.map(({ id }) => id)).toEqual(['parent-as-filter', 'ai-query']);
});

test('an open window is written out, its end a day ahead', async () => {
  const { api, server } = connectApi('v2', { [QUERY]: runs() });
  const { notices } = await api.queryRuns(ask({ window: {} }), page, light);
  expect(asked(server.bodiesOf(QUERY))[0]).toMatchObject({
    min_start_time: '2020-01-01T00:00:00Z',
    max_start_time: '2026-11-22T12:00:00Z',
  });
  expect(notices).toEqual([]);
});

test('a server that refuses so long a window is asked for 400 days, from then on, and it is said', async () => {
  const answer: Answer = ({ body }) =>
    String(body['min_start_time']) < '2025'
      ? json(400, { detail: 'time range must not exceed 401 days' })
      : runs(run('a'))({ body } as never);
  const { api, server } = connectApi('v2', { [QUERY]: answer });
  for (let round = 0; round < 2; round += 1) {
    const { rows, notices } = await api.queryRuns(ask({ window: {} }), page, light);
    expect(rows).toHaveLength(1);
    expect(notices).toMatchObject([
      { id: 'shortened-window', message: expect.stringContaining('2025-10-18') },
    ]);
  }
  expect(asked(server.bodiesOf(QUERY))).toHaveLength(3);
});

test('the same refusal of a window that a person chose is shown to them', async () => {
  const answer = () => json(400, { detail: 'time range must not exceed 401 days' });
  const { api } = connectApi('v2', { [QUERY]: answer });
  await expect(api.queryRuns(ask({ window: { from: 0 } }), page, light)).rejects.toMatchObject({
    status: 400,
  });
});

test('ascending order is asked for, and verified', async () => {
  const { api, server } = connectApi('v2', { [QUERY]: runs(run('a', 1), run('b', 2)) });
  const honest = await api.queryRuns(ask({ order: 'asc' }), page, light);
  expect(asked(server.bodiesOf(QUERY))[0]).toMatchObject({ sort_order: 'ASC' });
  expect(honest.notices).toEqual([]);

  const deaf = connectApi('v2', { [QUERY]: runs(run('b', 2), run('a', 1)) });
  const answer = await deaf.api.queryRuns(ask({ order: 'asc' }), page, light);
  expect(answer.notices).toMatchObject([{ id: 'order-ignored' }]);

  const strict = connectApi('v2', {
    [QUERY]: (entry) =>
      entry.body['sort_order'] ? json(400, { detail: 'unknown field sort_order' }) : runs(run('a'))(entry),
  });
  for (let round = 0; round < 2; round += 1)
    expect((await strict.api.queryRuns(ask({ order: 'asc' }), page, light)).notices).toMatchObject([
      { id: 'order-ignored' },
    ]);
  expect(asked(strict.server.bodiesOf(QUERY))).toHaveLength(3);

  const plain = connectApi('v2', { [QUERY]: runs() });
  await plain.api.queryRuns(ask({ order: 'desc' }), page, light);
  expect(asked(plain.server.bodiesOf(QUERY))[0]).not.toHaveProperty('sort_order');
});

test('without a project nothing is sent', async () => {
  const { api, server } = connectApi('v2', { [QUERY]: runs() });
  await expect(api.queryRuns(ask({ projectIds: [], runIds: ['a'] }), page, light)).rejects.toMatchObject({
    name: 'UnsupportedError',
  });
  expect(asked(server.bodiesOf(QUERY))).toEqual([]);
});

test('a select named in the refusal is left out, a list of all that is known is not', async () => {
  const named = connectApi('v2', {
    [QUERY]: (entry) =>
      (entry.body['selects'] as string[]).includes('SHARE_URL')
        ? json(422, { detail: 'selects: SHARE_URL is not a valid field' })
        : runs(run('a'))(entry),
  });
  const { notices } = await named.api.queryRuns(ask({}), page, light);
  expect(notices).toMatchObject([{ id: 'refused-selects', message: expect.stringContaining('SHARE_URL') }]);

  const detail = 'selects must be of ID NAME RUN_TYPE STATUS START_TIME END_TIME';
  const vague = connectApi('v2', { [QUERY]: () => json(422, { detail }) });
  await expect(vague.api.queryRuns(ask({}), page, light)).rejects.toMatchObject({ message: detail });
});

const trace = (id: string) => ({
  root_run: { ...run(id), is_root: true },
  trace_aggregates: { total_tokens: 9 },
});

test('traces: the filter speaks of the root, as the trace filter does', async () => {
  const { api, server } = connectApi('v2', {
    [QUERY]: runs(),
    [TRACES]: () => ({ items: [trace('a')], next_cursor: 'n' }),
  });
  const query = ask({
    filter: 'f',
    traceFilter: 'g',
    treeFilter: 'h',
    runType: 'chain',
    error: false,
    runIds: ['a'],
  });
  const answer = await api.queryTraces(query, page, light);
  expect(answer).toMatchObject({
    rows: [{ totalTokens: 9, root: { id: 'a', projectId: 'p' } }],
    nextCursor: 'n',
    notices: [],
  });
  expect(server.bodiesOf(TRACES)[0]).toMatchObject({
    project_id: 'p',
    trace_filter: 'and(f, g, eq(run_type, "chain"), neq(status, "error"))',
    tree_filter: 'h',
    trace_ids: ['a'],
    min_start_time: '2026-11-14T00:00:00Z',
    page_size: 1000,
  });
});

test.each<[string, Partial<RunQuery>, RegExp]>([
  ['several projects', { projectIds: ['p', 'q'] }, /several projects/],
  ['ascending', { order: 'asc' }, /arguments/],
  ['words', { query: 'slow' }, /arguments/],
  ['a reference example', { referenceExampleId: 'e' }, /arguments/],
  ['a run id and a trace id', { runIds: ['a'], traceId: 'b' }, /arguments/],
])('traces with %s come from runs/query, without sums', async (_, query, why) => {
  const { api, server } = connectApi('v2', { [QUERY]: runs(run('a')), [TRACES]: () => ({ items: [] }) });
  const { rows, notices } = await api.queryTraces(ask(query), page, light);
  expect(rows).toMatchObject([{ root: { id: 'a' } }]);
  expect(rows[0]!.totalTokens).toBeUndefined();
  expect(notices.at(-1)).toMatchObject({ id: 'no-trace-sums', message: expect.stringMatching(why) });
  expect(asked(server.bodiesOf(QUERY))[0]).toMatchObject({ is_root: true });
});

test('a server of July has no traces/query: asked once', async () => {
  const { api, server } = connectApi('v2', { [QUERY]: runs(run('a')) });
  await api.queryTraces(ask({}), page, light);
  const { notices } = await api.queryTraces(ask({}), page, light);
  expect(notices).toMatchObject([{ id: 'no-trace-sums' }]);
  expect(server.bodiesOf(TRACES)).toHaveLength(1);
});

const TRACE = 'GET /api/v2/traces/t/runs';

test('a trace is asked without a window', async () => {
  const { api, server } = connectApi('v2', {
    [QUERY]: runs(),
    [TRACE]: () => ({ items: [run('b', 2), run('a', 1)] }),
  });
  const { rows } = await api.traceRuns('t', 'p');
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b']);
  const { params } = server.asked.at(-1)!;
  expect(params.get('project_id')).toBe('p');
  expect(params.getAll('selects')).toEqual(expect.arrayContaining(['ID', 'PROMPT_TOKEN_DETAILS']));
  expect(params.has('min_start_time')).toBe(false);
});

test('with one where the server of July demands it', async () => {
  const { api, server } = connectApi('v2', {
    [QUERY]: runs(),
    [TRACE]: ({ params }) =>
      params.has('min_start_time') && params.has('max_start_time')
        ? { items: [run('a')] }
        : json(422, { detail: 'min_start_time is required' }),
  });
  expect((await api.traceRuns('t', 'p')).rows).toHaveLength(1);
  expect(server.asked.at(-1)!.params.get('min_start_time')).toBe('2020-01-01T00:00:00Z');
});

test('and through runs/query, to its end, where there is no such route', async () => {
  const { api, server } = connectApi('v2', {
    [QUERY]: ({ body }) => ({
      items: [run(body['cursor'] ? 'b' : 'a')],
      next_cursor: body['cursor'] ? null : 'n',
    }),
  });
  const { rows } = await api.traceRuns('t', 'p');
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b']);
  expect(asked(server.bodiesOf(QUERY))).toMatchObject([{ trace_id: 't', page_size: 1000 }, { cursor: 'n' }]);
});

test('a trace of no runs is not found, one that fails is an error', async () => {
  const empty = connectApi('v2', { [QUERY]: runs(), [TRACE]: () => ({ items: [] }) });
  await expect(empty.api.traceRuns('t', 'p')).rejects.toMatchObject({ name: 'NotFoundError', what: 'trace' });
  const refused = connectApi('v2', { [QUERY]: runs(), [TRACE]: () => json(403, { detail: 'no' }) });
  await expect(refused.api.traceRuns('t', 'p')).rejects.toMatchObject({ status: 403 });
});

test('payloads are asked by id within the project and a wide window', async () => {
  const { api, server } = connectApi('v2', {
    [QUERY]: runs({ ...run('a'), inputs: { q: 1 }, metadata: { m: 1 } }),
  });
  await expect(api.runPayloads(['a'], 'p')).resolves.toMatchObject([
    { inputs: { q: 1 }, extra: { metadata: { m: 1 } } },
  ]);
  expect(asked(server.bodiesOf(QUERY))[0]).toMatchObject({
    project_ids: ['p'],
    ids: ['a'],
    min_start_time: '2020-01-01T00:00:00Z',
  });
});

test('a run by its id: v1 while it exists, then all projects at once', async () => {
  const both = connectApi('v2', { [QUERY]: runs(), 'POST /api/v1/runs/query': () => ({ runs: [run('a')] }) });
  await expect(both.api.findRun('a')).resolves.toMatchObject({ id: 'a' });

  const gone = connectApi('v2', {
    'POST /api/v1/runs/query': () => json(410, { detail: 'Gone' }),
    'GET /api/v1/sessions': () => [{ id: 'p' }, { id: 'q' }],
    [QUERY]: ({ body }) => ({
      items: (body['ids'] as string[])?.[0] === 'a' ? [{ ...run('a'), project_id: 'q' }] : [],
    }),
  });
  await expect(gone.api.findRun('a')).resolves.toMatchObject({ id: 'a', projectId: 'q' });
  expect(asked(gone.server.bodiesOf(QUERY))[0]).toMatchObject({ project_ids: ['p', 'q'], ids: ['a'] });

  const blind = connectApi('v2', {
    'POST /api/v1/runs/query': () => ({ runs: [] }),
    'GET /api/v1/sessions': () => [{ id: 'p' }],
    [QUERY]: runs(run('a')),
  });
  await expect(blind.api.findRun('a')).resolves.toMatchObject({ id: 'a' });

  await expect(gone.api.findRun('z')).rejects.toMatchObject({
    name: 'NotFoundError',
    message: expect.stringContaining('2 most recently active'),
  });
});

test('threads', async () => {
  const { api, server } = connectApi('v2', {
    [QUERY]: runs(),
    'POST /api/v2/threads/query': () => ({
      items: [
        {
          thread_id: 'a/b',
          count: 2,
          num_errored_turns: 1,
          min_start_time: '2026-11-20T00:00:00Z',
          total_cost: 0.1,
        },
      ],
      next_cursor: 'n',
    }),
  });
  const answer = await api.queryThreads('p', ask({ filter: 'f', traceFilter: 'g', runType: 'LLM' }), {
    pageSize: 500,
  });
  expect(answer).toMatchObject({
    rows: [{ threadId: 'a/b', turns: 2, erroredTurns: 1, totalCost: 0.1 }],
    nextCursor: 'n',
  });
  expect(server.bodiesOf('POST /api/v2/threads/query')[0]).toMatchObject({
    project_id: 'p',
    filter: 'and(f, eq(run_type, "llm"))',
    trace_filter: 'g',
    page_size: 100,
  });
  await api.threadTraces('a"b', 'p', { pageSize: 10 });
  expect(asked(server.bodiesOf(QUERY)).at(-1)).toMatchObject({
    filter: 'eq(thread_id, "a\\"b")',
    is_root: true,
  });
});
