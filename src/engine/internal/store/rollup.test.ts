import { expect, test } from 'vitest';
import { createStore } from './create-store.ts';
import type { RunWrite, Store } from './types.ts';

const START = Date.UTC(2026, 9, 5);
const base = (id: string, parent?: string): RunWrite => ({
  id,
  name: id,
  session_id: 'p',
  trace_id: 'root',
  start_time: START,
  ...(parent === undefined ? {} : { parent_run_id: parent }),
});
const llm = (id: string, parent: string, tokens: number, cost?: number): RunWrite => ({
  ...base(id, parent),
  run_type: 'llm',
  extra: {
    metadata: {
      usage_metadata: {
        input_tokens: tokens,
        output_tokens: 0,
        input_token_details: { cache_read: 1 },
        ...(cost === undefined ? {} : { total_cost: cost }),
      },
    },
  },
});
const storeOf = (...runs: RunWrite[]): Store => {
  const store = createStore();
  for (const run of runs) store.write('create', run);
  return store;
};
const runOf = (store: Store, id: string) => store.run(store.rowOf(id)!);

test('a parent has nothing of its own and the sum of what is below', () => {
  const store = storeOf(
    base('root'),
    base('step', 'root'),
    llm('a', 'step', 5, 0.1),
    llm('b', 'step', 7, 0.2),
  );
  expect(runOf(store, 'root').own).toMatchObject({
    total_tokens: 0,
    total_cost: null,
    prompt_token_details: null,
  });
  expect(runOf(store, 'root').subtree).toMatchObject({
    total_tokens: 12,
    total_cost: 0.3,
    prompt_token_details: { cache_read: 2 },
  });
  expect(runOf(store, 'a').own.total_tokens).toBe(5);
});

test('no price is not a price of zero', () => {
  const store = storeOf(base('root'), llm('a', 'root', 5));
  expect(runOf(store, 'root').subtree).toMatchObject({ total_tokens: 5, total_cost: null });
});

test('a chain that repeats the message of its model is not billed twice', () => {
  const outputs = { usage_metadata: { input_tokens: 5, output_tokens: 0 } };
  const store = storeOf({ ...base('root'), run_type: 'chain', outputs }, llm('a', 'root', 5));
  expect(runOf(store, 'root').subtree.total_tokens).toBe(5);
});

test('outputs of a model that reports nowhere else, in whatever order its type arrives', () => {
  const store = createStore();
  store.write('update', { id: 'root', outputs: { usage: { prompt_tokens: 3, completion_tokens: 4 } } });
  store.write('create', { ...base('root'), run_type: 'llm' });
  expect(runOf(store, 'root').own).toMatchObject({ total_tokens: 7, prompt_tokens: 3, completion_tokens: 4 });
});

test('given totals are sums: the own part is the rest', () => {
  const store = storeOf(
    { ...base('root'), total_tokens: 12, total_cost: '0.5', prompt_token_details: { cache_read: 3 } },
    {
      ...base('a', 'root'),
      run_type: 'llm',
      total_tokens: 10,
      total_cost: 0.5,
      prompt_token_details: { cache_read: 3 },
    },
  );
  expect(runOf(store, 'root').own).toMatchObject({
    total_tokens: 2,
    total_cost: null,
    prompt_token_details: null,
  });
  expect(runOf(store, 'root').subtree).toMatchObject({ total_tokens: 12, total_cost: 0.5 });
  expect(runOf(store, 'a').own).toMatchObject({ total_tokens: 10, total_cost: 0.5 });
});

test('the rest is never below zero', () => {
  const store = storeOf({ ...base('root'), total_tokens: 3 }, { ...base('a', 'root'), total_tokens: 10 });
  expect(runOf(store, 'root').own.total_tokens).toBe(0);
});

test('sums follow later arrivals, deletions and moves', () => {
  const store = storeOf(llm('a', 'root', 5));
  store.write('create', base('root'));
  expect(runOf(store, 'root').subtree.total_tokens).toBe(5);
  store.write('create', llm('b', 'a', 7));
  expect(runOf(store, 'root').subtree.total_tokens).toBe(12);
  store.deleteRuns(['a']);
  expect(runOf(store, 'root').subtree.total_tokens).toBe(7);
});

test('the first token of a trace is the earliest in it', () => {
  const events = (ms: number) => ({
    events: [
      { name: 'start', time: START },
      { name: 'new_token', time: START + ms },
    ],
  });
  const store = storeOf(
    base('root'),
    { ...base('a', 'root'), ...events(90) },
    { ...base('b', 'root'), ...events(40) },
    { ...base('c', 'root'), first_token_time: '2026-10-05T00:00:00.060000' },
  );
  expect(runOf(store, 'root').first_token_time).toBe(START + 40);
  expect(runOf(store, 'c').first_token_time).toBe(START + 60);
  expect(store.traceUsage('root').first_token_time).toBe(START + 40);
});

test('a trace without its root still has sums', () => {
  const store = storeOf(llm('a', 'root', 5, 0.25), llm('b', 'root', 7));
  expect(store.traceUsage('root')).toMatchObject({
    total_tokens: 12,
    total_cost: 0.25,
    first_token_time: null,
  });
});
