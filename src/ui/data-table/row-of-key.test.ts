import { expect, test } from 'vitest';
import { rowOfKey } from './row-of-key.ts';

test.each([
  ['stays', 'abcd', 2, 'c', 2],
  ['moved down by rows above it', 'xyabcd', 2, 'c', 4],
  ['moved up', 'cab', 2, 'c', 0],
  ['is gone, and its place is taken', 'abd', 2, 'c', 2],
  ['is gone, and so is its place', 'a', 2, 'c', 2],
  ['is in a list that became shorter', 'ca', 3, 'c', 0],
  ['has no key: a place', 'xyabcd', 2, undefined, 2],
  ['is the header', 'xyabcd', -1, undefined, -1],
  ['is in an empty list', '', 2, 'c', 2],
])('a row that %s', (_what, rows, row, key, expected) => {
  expect(rowOfKey({ row, key }, rows.length, (index) => rows[index]!)).toBe(expected);
});
