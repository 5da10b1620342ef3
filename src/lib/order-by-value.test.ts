import { expect, test } from 'vitest';
import { orderByValue, type SortValue } from './order-by-value.ts';

const ordered = (values: readonly SortValue[], isDescending = false) =>
  [...orderByValue(values, isDescending)].map((index) => values[index]);

test.each<[string, readonly SortValue[], readonly SortValue[]]>([
  ['numbers', [3, -1, 2.5], [-1, 2.5, 3]],
  ['texts as people order them', ['b', 'B', 'a', 'ä', 'z'], ['a', 'ä', 'b', 'B', 'z']],
  ['numbers inside texts', ['run 10', 'run 9'], ['run 9', 'run 10']],
  ['numbers before texts', ['1', 2, 'a', 0], [0, 2, '1', 'a']],
  ['nothing last', [undefined, 2, undefined, 'x'], [2, 'x', undefined, undefined]],
])('%s', (_what, values, expected) => {
  expect(ordered(values)).toEqual(expected);
});

test('descending keeps what has no value last', () => {
  expect(ordered([1, undefined, 'a', 'b', 2], true)).toEqual([2, 1, 'b', 'a', undefined]);
});

test.each([false, true])('equal ones stay as they were, descending: %s', (isDescending) => {
  expect([...orderByValue(['x', 1, 'x', 1, undefined, undefined], isDescending)]).toEqual([1, 3, 0, 2, 4, 5]);
});
