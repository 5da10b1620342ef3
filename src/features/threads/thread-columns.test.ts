import { expect, test } from 'vitest';
import type { ThreadSummary } from '../../contract/api.ts';
import { DEFAULT_ORDER, knownColumns, orderForLink, sortedThreads, threadColumns } from './thread-columns.ts';

const thread = (threadId: string, change: Partial<ThreadSummary> = {}): ThreadSummary => ({
  threadId,
  turns: 1,
  feedback: {},
  ...change,
});

test.each([
  ['turns', true, 'b c a'],
  ['turns', false, 'a c b'],
  ['total_cost', true, 'a b c'],
  ['thread_id', true, 'c b a'],
  ['users', true, 'a b c'],
  ['no such column', true, 'a b c'],
  ['last_output', false, 'b c a'],
])('threads by %s, descending %s', (column, isDescending, expected) => {
  const threads = [
    thread('a', { totalCost: 1 }),
    thread('b', { turns: 10, lastError: 'Z', lastOutput: 'an answer' }),
    thread('c', { turns: 9, lastError: 'broken' }),
  ];
  const sorted = sortedThreads(threads, { column, isDescending });
  expect(sorted.map(({ threadId }) => threadId).join(' ')).toBe(expected);
});

test('the arrow stands where the rows are ordered, of which the server has one', () => {
  const sorted = (sort?: { column: string; isDescending: boolean }) =>
    threadColumns(sort).flatMap(({ id, sort: direction }) => (direction ? [`${id} ${direction}`] : []));
  expect(sorted()).toEqual(['last_time descending']);
  expect(sorted({ column: 'turns', isDescending: false })).toEqual(['turns ascending']);
});

test('a link names columns only when they are not the default ones', () => {
  expect(orderForLink([...DEFAULT_ORDER])).toBeUndefined();
  expect(orderForLink(['turns'])).toEqual(['turns']);
});

test.each([
  ['users', ['Threads are not sorted by Users: by the latest activity.']],
  ['feedback_stats', ['Threads are not sorted by Feedback: by the latest activity.']],
  ['bogus', ['Threads are not sorted by bogus: by the latest activity.']],
  ['turns', []],
])('a link that sorts by %s', (column, problems) => {
  const sort = { column, isDescending: true };
  expect(knownColumns({ sort })).toEqual({
    order: DEFAULT_ORDER,
    sort: problems.length > 0 ? undefined : sort,
    problems,
  });
});

test('a column that a link names and nobody knows is told', () => {
  expect(knownColumns({ columns: ['bogus', 'turns'] })).toMatchObject({
    order: ['turns'],
    problems: ['No column of threads is called bogus.'],
  });
  expect(knownColumns({ columns: ['bogus'] }).order).toEqual(DEFAULT_ORDER);
});

test('a column without one value offers no order', () => {
  expect(threadColumns(undefined).flatMap(({ id, isUnsortable }) => (isUnsortable ? [id] : []))).toEqual([
    'users',
    'feedback_stats',
  ]);
});

test('a thread is known by what it began with, its id comes last', () => {
  expect(DEFAULT_ORDER[0]).toBe('first_input');
  expect(DEFAULT_ORDER.at(-1)).toBe('thread_id');
  const first = (isNarrow: boolean) => threadColumns(undefined, isNarrow)[0]!.maxWidth;
  expect(first(false)).toBeUndefined();
  expect(first(true)).toBeLessThan(200);
});
