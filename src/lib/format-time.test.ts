import { expect, test } from 'vitest';
import { formatAbsolute, formatRelative } from './format-time.ts';

const noon = Date.UTC(2026, 9, 5, 12, 4, 31, 731);

test.each([
  [noon, 'UTC', false, '2026-10-05 12:04:31'],
  [noon, 'UTC', true, '2026-10-05 12:04:31.731'],
  [noon + 0.25, 'UTC', true, '2026-10-05 12:04:31.731'],
  [noon, 'Asia/Tokyo', false, '2026-10-05 21:04:31'],
  [Date.UTC(2026, 0, 1), 'UTC', false, '2026-01-01 00:00:00'],
  [-1, 'UTC', true, '1969-12-31 23:59:59.999'],
  [9e15, 'UTC', false, '–'],
  [Number.NaN, 'UTC', false, '–'],
  [undefined, 'UTC', false, '–'],
])('%s in %s (millis: %s) reads as %s', (ms, zone, withMillis, expected) => {
  expect(formatAbsolute(ms, { zone, withMillis })).toBe(expected);
});

const second = 1000;
test.each([
  [0, 'just now'],
  [4 * second, 'just now'],
  [59 * second, '59 s ago'],
  [60 * second, '1 min ago'],
  [3599 * second, '59 min ago'],
  [3600 * second, '1 h ago'],
  [86_400 * second, '1 d ago'],
  [29.9 * 86_400 * second, '29 d ago'],
  [-9 * second, 'just now'],
  [-30 * second, 'in 30 s'],
  [-90 * second, 'in 1 min'],
])('%s ms before now reads as %s', (age, expected) => {
  expect(formatRelative(noon - age, noon)).toBe(expected);
});

test('an old time is shown as its date', () => {
  expect(formatRelative(noon - 40 * 86_400 * second, noon)).toMatch(/^2026-08-2\d$/);
});
