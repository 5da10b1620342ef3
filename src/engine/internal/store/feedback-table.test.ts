import { describe, expect, test } from 'vitest';
import { parse } from '../../../filter/parse.ts';
import { createStore } from './create-store.ts';
import type { FeedbackFilter, Store, StoredFeedback } from './types.ts';

const NOON = Date.UTC(2026, 9, 5, 12);

function feedback(id: string, more: Partial<StoredFeedback> = {}): StoredFeedback {
  return {
    id,
    key: 'correctness',
    score: null,
    value: null,
    comment: null,
    correction: null,
    run_id: 'a',
    trace_id: 'a',
    session_id: 'p',
    start_time: NOON,
    is_root: true,
    feedback_source: { type: 'api' },
    feedback_group_id: null,
    comparative_experiment_id: null,
    feedback_thread_id: null,
    extra: null,
    created_at: NOON,
    modified_at: NOON,
    ...more,
  };
}

function storeWith(...records: StoredFeedback[]): Store {
  const store = createStore();
  for (const record of records) store.putFeedback(record);
  for (const id of ['a', 'b']) store.write('create', { id, name: id, session_id: 'p', start_time: NOON });
  return store;
}

const statsOf = (store: Store) => store.run(store.rowOf('a')!).feedback_stats;
const find = (store: Store, text: string) =>
  store.find({ filter: parse(text).tree }, { order: 'asc' }).rows.map((row) => store.keysetOf(row).id);

describe('statistics of a key', () => {
  test('scores, labels, comments and sources together', () => {
    const store = storeWith(
      feedback('1', { score: 1, comment: 'good' }),
      feedback('2', { score: false, value: 'bad', feedback_source: { type: 'app' }, extra: { error: true } }),
      feedback('3', { score: 0.5, value: 'bad', feedback_thread_id: 't' }),
      feedback('4', { key: 'note', comment: 'only words' }),
    );
    expect(statsOf(store)).toEqual({
      correctness: {
        n: 3,
        avg: 0.5,
        min: 0,
        max: 1,
        stdev: 0.5,
        values: { bad: 2 },
        comments: ['good'],
        sources: ['api', 'app'],
        errors: 1,
        contains_thread_feedback: true,
      },
      note: expect.objectContaining({ n: 1, avg: null, min: null, stdev: null, comments: ['only words'] }),
    });
  });

  test('one score has no deviation', () => {
    expect(statsOf(storeWith(feedback('1', { score: 1 }))).correctness).toMatchObject({
      avg: 1,
      stdev: null,
    });
  });
});

test('the same id again replaces, also when key or run changed', () => {
  const store = storeWith(feedback('1', { score: 1 }));
  store.putFeedback(feedback('1', { key: 'tone', run_id: 'b' }));
  expect(statsOf(store)).toEqual({});
  expect(find(store, 'eq(feedback_key, "tone")')).toEqual(['b']);
  expect(find(store, 'eq(feedback_key, "correctness")')).toEqual([]);
  expect(store.feedback('1')?.run_id).toBe('b');
  expect([store.deleteFeedback('1'), store.deleteFeedback('1')]).toEqual([true, false]);
  expect(find(store, 'eq(feedback_key, "tone")')).toEqual([]);
});

test('feedback of a project is not feedback of a run', () => {
  const store = storeWith(feedback('1', { run_id: null, score: 1 }), feedback('2', { score: 0 }));
  expect(store.projectFeedbackStats('p').correctness).toMatchObject({ n: 1, avg: 1 });
  expect(store.projectFeedbackStats('other')).toEqual({});
  store.deleteFeedback('1');
  expect(store.projectFeedbackStats('p')).toEqual({});
});

describe('lists', () => {
  const store = storeWith(
    feedback('1', { created_at: NOON + 1, score: 1 }),
    feedback('2', {
      created_at: NOON + 2,
      run_id: 'b',
      key: 'tone',
      comment: 'hm',
      feedback_source: { type: 'app' },
    }),
    feedback('3', { created_at: NOON + 3, run_id: null, session_id: 'q' }),
    feedback('4', { created_at: NOON + 3, session_id: null }),
  );
  test.each<[string, FeedbackFilter, readonly string[]]>([
    ['newest first', {}, ['4', '3', '2', '1']],
    ['runs', { runIds: ['a', 'nobody'] }, ['4', '1']],
    ['keys', { keys: ['tone'] }, ['2']],
    ['projects, also of feedback that only names its run', { projectIds: ['p'] }, ['4', '2', '1']],
    ['sources', { sources: ['app'] }, ['2']],
    ['with comment', { hasComment: true }, ['2']],
    ['without score', { hasScore: false }, ['4', '3', '2']],
    ['of projects', { level: 'session' }, ['3']],
    ['of runs', { level: 'run' }, ['4', '2', '1']],
    ['time', { createdFrom: NOON + 2, createdTo: NOON + 3 }, ['2']],
  ])('%s', (_, query, expected) => {
    expect(store.listFeedback(query).map(({ id }) => id)).toEqual(expected);
  });
});

test('feedback goes with its run', () => {
  const store = storeWith(feedback('1'), feedback('2', { run_id: 'b' }), feedback('3', { run_id: null }));
  store.deleteRuns(['a']);
  expect(store.listFeedback({}).map(({ id }) => id)).toEqual(['3', '2']);
  store.deleteProject('p');
  expect(store.listFeedback({})).toEqual([]);
});
