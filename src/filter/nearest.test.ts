import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test.each([
  ['nmae', 'name'],
  ['latancy', 'latency'],
  ['start_tme', 'start_time'],
  ['Status', 'status'],
  ['xyz', undefined],
  ['', undefined],
])('%s → %s', (written, expected) => {
  expect(nearest(written, ['name', 'latency', 'start_time', 'status'])).toBe(expected);
});
