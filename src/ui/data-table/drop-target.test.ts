import { expect, test } from 'vitest';
import { dropTargetAt } from './drop-target.ts';

const columns = [
  { id: 'a', left: 0, right: 100 },
  { id: 'b', left: 100, right: 140 },
  { id: 'c', left: 140, right: 300 },
];

test.each([
  [-50, 'a'],
  [49, 'a'],
  [51, 'b'],
  [119, 'b'],
  [121, 'c'],
  [219, 'c'],
  [221, undefined],
  [999, undefined],
])('let go at %i', (x, expected) => {
  expect(dropTargetAt(x, columns)).toBe(expected);
});
