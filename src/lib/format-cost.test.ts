import { expect, test } from 'vitest';
import { formatCost } from './format-cost.ts';

test.each([
  [undefined, '–'],
  [0, '$0.00'],
  [1e-12, '<$0.000000001'],
  [0.0000012, '$0.0000012'],
  [0.00002, '$0.00002'],
  [0.0009, '$0.0009'],
  [0.00456, '$0.0046'],
  [0.0123, '$0.0123'],
  [0.01, '$0.01'],
  [0.5, '$0.50'],
  [0.123_45, '$0.1235'],
  [1, '$1.00'],
  [12.345, '$12.35'],
  [12_345.6, '$12,345.60'],
  [-0.5, '−$0.50'],
])('%s dollars read as %s', (usd, expected) => {
  expect(formatCost(usd)).toBe(expected);
});
