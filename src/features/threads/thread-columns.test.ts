import { expect, test } from 'vitest';
import type { ThreadSummary } from '../../contract/api.ts';
import { DEFAULT_ORDER, orderForLink, sortedThreads, threadColumns } from './thread-columns.ts';

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
])('threads by %s, descending %s', (column, isDescending, expected) => {
  const threads = [thread('a', { totalCost: 1 }), thread('b', { turns: 10 }), thread('c', { turns: 9 })];
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
