import { expect, test } from 'vitest';
import { pinOffsets, pinPlaces } from './pin-style.ts';

test.each([
  [['a'], [0, undefined, undefined], { left: { 0: 0 } }],
  [['c', 'a'], [0, undefined, 1], { left: { 0: 0, 1: 10 } }],
  [['b', 'c'], [undefined, 0, 1], { left: { 0: 0, 1: 20 } }],
  [['gone'], [undefined, undefined, undefined], { left: {} }],
] as const)('with %j pinned, each stays behind those left of it', (pinned, places, { left }) => {
  const found = pinPlaces([{ id: 'a' }, { id: 'b' }, { id: 'c' }], pinned);
  expect(found).toEqual(places);
  expect(pinOffsets([10, 20, 30], found)).toEqual(
    Object.fromEntries(Object.entries(left).map(([at, px]) => [`--data-table-left-${at}`, `${px}px`])),
  );
});
