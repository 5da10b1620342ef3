import { expect, test } from 'vitest';
import { fittingTicks } from './fitting-ticks.ts';

const ticks = [0, 10, 20, 30].map((index) => ({ index, text: '2026-11-21' }));
const indexes = (step: number, width: number) => fittingTicks(ticks, step, width).map(({ index }) => index);

test.each([
  ['room for all', 20, 800, [0, 10, 20, 30]],
  ['every second one fits', 5, 250, [0, 20]],
  ['the last one would be cut', 8, 300, [0, 10, 20]],
  ['no room at all', 1, 40, []],
])('%s', (_what, step, width, expected) => {
  expect(indexes(step, width)).toEqual(expected);
});
