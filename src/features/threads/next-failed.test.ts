import { expect, test } from 'vitest';
import { nextFailed } from './next-failed.ts';

test.each([
  [[2, 7, 9], 2, 1, 7],
  [[2, 7, 9], 3, -1, 2],
  [[2, 7, 9], 9, 1, 2],
  [[2, 7, 9], 2, -1, 9],
  [[4], 4, 1, 4],
  [[], 0, 1, undefined],
  [[], 0, -1, undefined],
] as const)('of %j, from %i in direction %i: %s', (failed, from, direction, expected) => {
  expect(nextFailed(failed, from, direction)).toBe(expected);
});
