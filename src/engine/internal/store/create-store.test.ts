/** Questions about many runs, and deletion. */
import { describe, expect, test } from 'vitest';
import { parse } from '../../../filter/parse.ts';
import { createStore } from './create-store.ts';
import type { RunWrite, Store, StoreQuery } from './types.ts';

const START = Date.UTC(2026, 9, 5, 9);
const ids = (store: Store, rows: readonly number[]) => rows.map((row) => store.keysetOf(row).id);
const find = (store: Store, query: StoreQuery) => ids(store, store.find(query, { order: 'asc' }).rows);
const filter = (text: string) => parse(text).tree!;

function run(id: string, n: number, more: Partial<RunWrite> = {}): RunWrite {
  const root = id.slice(0, 1);
  const parent = id.length > 1 ? { parent_run_id: id.slice(0, -1) } : {};
  return {
    id,
    name: `run ${id}`,
    session_id: 'p1',
    trace_id: root,
    start_time: START + n * 1000,
    ...parent,
    ...more,
  };
}

/** Two traces: a with children, b alone and in another project. */
function sample(): Store {
  const store = createStore();
  store.write(
    'create',
    run('a', 0, {
      run_type: 'chain',
      extra: { metadata: { thread_id: 't1', env: 'eu' } },
      end_time: START + 2000,
    }),
  );
  store.write(
    'create',
    run('a1', 1, { run_type: 'llm', tags: ['x'], reference_example_id: 'e1', end_time: START + 1500 }),
  );
  store.write(
    'create',
    run('a12', 2, { run_type: 'tool', error: 'Boom', extra: { metadata: { env: 'us' } } }),
  );
  store.write(
    'create',
    run('b', 3, {
      session_id: 'p2',
      reference_dataset_id: 'd1',
      extra: { metadata: { thread_id: 't2', env: 'eu' } },
    }),
  );
  return store;
}

describe('every condition of a query', () => {
  test.each<[string, StoreQuery, readonly string[]]>([
    ['nothing', {}, ['a', 'a1', 'a12', 'b']],
    ['projects', { projectIds: ['p2', 'unknown'] }, ['b']],
    ['no known project', { projectIds: ['unknown'] }, []],
    ['no project at all', { projectIds: [] }, []],
    ['ids', { ids: ['b', 'a1', 'nobody'] }, ['a1', 'b']],
    ['traces', { traceIds: ['a'] }, ['a', 'a1', 'a12']],
    ['parent', { parentRunId: 'a1' }, ['a12']],
    ['unknown parent', { parentRunId: 'nobody' }, []],
    ['example', { referenceExampleIds: ['e1'] }, ['a1']],
    ['dataset', { referenceDatasetId: 'd1' }, ['b']],
    ['type', { runType: 'llm' }, ['a1']],
    ['a run that never said its type is a chain', { runType: 'chain' }, ['a', 'b']],
    ['error', { hasError: true }, ['a12']],
    ['no error', { hasError: false }, ['a', 'a1', 'b']],
    ['roots', { isRoot: true }, ['a', 'b']],
    ['children', { isRoot: false }, ['a1', 'a12']],
    ['window', { from: START + 1000, to: START + 3000 }, ['a1', 'a12']],
    ['window and ids', { from: START + 1000, ids: ['a', 'a1'] }, ['a1']],
    ['filter', { filter: filter('has(tags, "x")') }, ['a1']],
    ['trace filter', { traceFilter: filter('eq(metadata_value, "t1")') }, ['a', 'a1', 'a12']],
    ['tree filter and roots', { isRoot: true, treeFilter: filter('eq(status, "error")') }, ['a']],
    ['thread with inheritance', { filter: filter('eq(thread_id, "t1")') }, ['a', 'a1', 'a12']],
    [
      'all of them at once',
      {
        projectIds: ['p1'],
        isRoot: false,
        hasError: true,
        runType: 'tool',
        traceFilter: filter('eq(name, "run a")'),
      },
      ['a12'],
    ],
  ])('%s', (_, query, expected) => {
    expect(find(sample(), query)).toEqual(expected);
  });

  test('a trace whose root has not arrived passes no trace filter, but tree filters', () => {
    const store = createStore();
    store.write('create', run('c1', 0));
    expect(find(store, { traceFilter: filter('neq(name, "x")') })).toEqual([]);
    expect(find(store, { treeFilter: filter('neq(name, "x")') })).toEqual(['c1']);
  });
});

describe('groups and statistics', () => {
  test('threads, latest activity first', () => {
    const store = sample();
    store.write('create', run('d', 9, { extra: { metadata: { thread_id: 't1' } } }));
    const threads = store.threads({}).map((group) => ({ ...group, rootRows: ids(store, group.rootRows) }));
    expect(threads).toEqual([
      { threadId: 't1', rootRows: ['a', 'd'], lastActivity: START + 9000 },
      { threadId: 't2', rootRows: ['b'], lastActivity: START + 3000 },
    ]);
    expect(store.threads({ to: START + 1000 }).map(({ threadId }) => threadId)).toEqual(['t1']);
  });

  test('metadata values, most frequent first', () => {
    expect(sample().metadataValues({}, undefined, 5)).toEqual({ thread_id: ['t1', 't2'], env: ['eu', 'us'] });
    expect(sample().metadataValues({}, ['env'], 1)).toEqual({ env: ['eu'] });
    expect(sample().metadataValues({ projectIds: ['p2'] }, undefined, 5)).toEqual({
      thread_id: ['t2'],
      env: ['eu'],
    });
  });

  test('groups by name, type, tag and metadata', () => {
    const store = sample();
    const all = store.find({}, { order: 'asc' }).rows;
    const groups = (by: Parameters<Store['groupRows']>[1], most = 10) =>
      Object.fromEntries(
        [...store.groupRows(all, by, most)].map(([label, rows]) => [label, ids(store, rows)]),
      );
    expect(groups({ attribute: 'run_type' })).toEqual({ chain: ['a', 'b'], llm: ['a1'], tool: ['a12'] });
    expect(groups({ attribute: 'tag' })).toEqual({ x: ['a1'] });
    expect(groups({ attribute: 'metadata', path: 'env' })).toEqual({ eu: ['a', 'b'], us: ['a12'] });
    expect(groups({ attribute: 'metadata', path: 'nothing' })).toEqual({});
    expect(Object.keys(groups({ attribute: 'name' }, 2))).toHaveLength(2);
  });

  test('numbers over rows', () => {
    const store = sample();
    const stats = store.stats(store.find({ projectIds: ['p1'] }, { order: 'asc' }).rows);
    expect(stats).toMatchObject({
      run_count: 3,
      latency_p50: 2,
      latency_avg: 1.25,
      error_rate: 1 / 3,
      streaming_rate: 0,
      last_run_start_time: START + 2000,
      total_cost: null,
      first_token_p50: null,
    });
    expect(store.stats([])).toMatchObject({
      run_count: 0,
      latency_p50: null,
      error_rate: null,
      last_run_start_time: null,
    });
  });

  test('every facet comes with the filter that finds as many', () => {
    const store = sample();
    store.write(
      'create',
      run('q', 5, {
        name: 'with "quotes" \\',
        extra: { metadata: { n: 1, b: true, s: '1' } },
        tags: ['a"b', 'a"b'],
      }),
    );
    const rows = store.find({}, { order: 'asc' }).rows;
    const facets = store.stats(rows).run_facets;
    expect(facets.length).toBeGreaterThan(12);
    for (const { key, query, n } of facets) {
      if (key === 'run_type') continue;
      expect(find(store, { filter: filter(query) }), query).toHaveLength(n);
    }
  });

  test('tokens are counted once, whichever rows are asked', () => {
    const store = createStore();
    const usage = (n: number) => ({
      run_type: 'llm',
      extra: { metadata: { usage_metadata: { input_tokens: n, total_cost: n / 10 } } },
    });
    store.write('create', run('a', 0));
    store.write('create', run('a1', 1));
    store.write('create', run('a12', 2, usage(3)));
    store.write('create', run('a13', 3, usage(4)));
    const totals = (query: StoreQuery) => store.stats(store.find(query, { order: 'asc' }).rows);
    expect(totals({})).toMatchObject({ total_tokens: 7, total_cost: 0.7 });
    expect(totals({ isRoot: true })).toMatchObject({ total_tokens: 7, total_cost: 0.7 });
    expect(totals({ runType: 'llm' })).toMatchObject({ total_tokens: 7, total_cost: 0.7, tokens_p50: 4 });
    expect(totals({ ids: ['a', 'a12'] })).toMatchObject({ total_tokens: 7 });
  });
});

describe('deletion', () => {
  test('a deleted run is in nothing any more', () => {
    const store = sample();
    store.deleteRuns(['a1', 'nobody']);
    expect([store.size, store.rowOf('a1'), find(store, {})]).toEqual([3, undefined, ['a', 'a12', 'b']]);
    expect(find(store, { filter: filter('has(tags, "x")') })).toEqual([]);
    expect(ids(store, store.traceRows('a'))).toEqual(['a', 'a12']);
    expect(store.run(store.rowOf('a12')!).parent_run_ids).toEqual(['a', 'a1']);
  });

  test('traces and projects go as a whole', () => {
    const store = sample();
    store.deleteTraces(['a']);
    expect(find(store, {})).toEqual(['b']);
    store.deleteProject('p2');
    expect([store.size, find(store, {}), store.threads({})]).toEqual([0, [], []]);
  });

  test('a late update does not raise the dead, a new create does, from nothing', () => {
    const store = sample();
    store.deleteRuns(['a1']);
    store.write('update', { id: 'a1', name: 'zombie', start_time: START });
    expect(store.rowOf('a1')).toBeUndefined();
    store.write('create', { id: 'a1', name: 'again', session_id: 'p3', start_time: START });
    expect(store.run(store.rowOf('a1')!)).toMatchObject({
      name: 'again',
      session_id: 'p3',
      tags: [],
      parent_run_id: null,
      trace_id: 'a1',
    });
    expect(find(store, { projectIds: ['p3'] })).toEqual(['a1']);
    expect(store.size).toBe(4);
  });
});

test('searches see later changes', () => {
  const store = sample();
  const search = { filter: filter('search("Boom later")') };
  expect(find(store, search)).toEqual([]);
  store.write('update', { id: 'a12', outputs: { note: ['and LATER'] } });
  expect(find(store, search)).toEqual(['a12']);
  store.deleteRuns(['a12']);
  expect(find(store, search)).toEqual([]);
});
