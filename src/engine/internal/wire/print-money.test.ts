import { expect, test } from 'vitest';
import { printMoney, printOptionalMoney } from './print-money.ts';

test.each([
  [0, '0'],
  [0.25, '0.25'],
  [12, '12'],
  [0.0000435, '0.0000435'],
  [0.0000001, '0.0000001'],
  [4.35e-9, '0.00000000435'],
])('%f dollars are %s', (dollars, text) => {
  expect(printMoney(dollars)).toBe(text);
  expect(Number(text)).toBe(dollars);
});

test('an unknown price is null, not zero', () => {
  expect(printOptionalMoney(null)).toBeNull();
});
