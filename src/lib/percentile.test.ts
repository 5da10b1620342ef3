import { expect, test } from 'vitest';
import { randomNumbers } from '../testing/random-numbers.ts';
import { percentile } from './percentile.ts';

test.each([
  ['random', (random: () => number) => random()],
  ['few distinct values', (random: () => number) => Math.floor(random() * 3)],
  ['sorted', (_: () => number, n: number) => n],
  ['reversed', (_: () => number, n: number) => -n],
  ['all equal', () => 7],
])('the same as sorting: %s', (_, draw) => {
  const random = randomNumbers(11);
  for (const size of [1, 2, 3, 10, 1000]) {
    const values = Float64Array.from({ length: size }, (_cell, n) => draw(random, n));
    for (const q of [0, 0.01, 0.5, 0.99, 1]) {
      const expected = values.toSorted()[Math.min(size - 1, Math.floor(q * size))];
      expect(percentile(values.slice(), q)).toBe(expected);
    }
  }
});

test('nothing has no percentile', () => {
  expect(percentile(new Float64Array(0), 0.5)).toBeUndefined();
});
