import { expect, test } from 'vitest';
import { percent } from './percent.ts';

test.each([
  [0, '0%'],
  [0.0004, '<0.1%'],
  [0.042, '4.2%'],
  [0.05, '5%'],
  [0.127, '13%'],
  [1, '100%'],
])('%f reads %s', (rate, text) => {
  expect(percent(rate)).toBe(text);
});
