import { expect, test } from 'vitest';
import type { Run } from '../../contract/run.ts';
import { turnBatches } from './turn-batches.ts';

const turns = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `t${count - index}` }) as Run);
const ids = (pieces: readonly (readonly Run[])[]) => pieces.map((piece) => piece.map(({ id }) => id));

test('all pieces together hold every turn once', () => {
  const all = turns(60);
  expect(turnBatches(all).map((piece) => piece.length)).toEqual([25, 25, 10]);
  expect(new Set(turnBatches(all).flat())).toEqual(new Set(all));
  expect(turnBatches([])).toEqual([]);
});

test('older turns above leave the pieces of the newer ones alone', () => {
  expect(ids(turnBatches(turns(160), 110, 159))).toEqual(ids(turnBatches(turns(60), 10, 59)));
});

test.each([
  [0, 0, [10]],
  [0, 10, [25, 10]],
  [9, 34, [25, 10]],
  [59, 59, [25]],
])('what holds the turns %i to %i of 60', (first, last, sizes) => {
  expect(turnBatches(turns(60), first, last).map((piece) => piece.length)).toEqual(sizes);
});
