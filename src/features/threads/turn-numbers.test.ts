import { expect, test } from 'vitest';
import { turnNumbers } from './turn-numbers.ts';

test.each([
  [3, 3, '1 2 3'],
  [3, 253, '251 252 253'],
  [3, undefined, '−3 −2 −1'],
])('%i loaded turns of %s', (loaded, total, expected) => {
  const number = turnNumbers(loaded, total);
  expect([0, 1, 2].map(number).join(' ')).toBe(expected);
});
