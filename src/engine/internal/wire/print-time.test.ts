import { expect, test } from 'vitest';
import { parseTime } from './parse-time.ts';
import { printOptionalTime, printTime } from './print-time.ts';

test.each([
  ['2026-10-05T09:04:31.731003', '2026-10-05T09:04:31.731003Z'],
  ['2026-10-05T09:04:31.731003Z', '2026-10-05T09:04:31.731003Z'],
  ['2026-10-05T11:04:31.000001+02:00', '2026-10-05T09:04:31.000001Z'],
  ['2026-10-05T09:04:31.999999Z', '2026-10-05T09:04:31.999999Z'],
  ['2026-10-05T09:04:31.5Z', '2026-10-05T09:04:31.500000Z'],
  ['2026-10-05', '2026-10-05T00:00:00.000000Z'],
  ['1969-12-31T23:59:59.000001Z', '1969-12-31T23:59:59.000001Z'],
  // A plus sign that was not escaped in a query string.
  ['2026-10-05T09:04:31 00:00', '2026-10-05T09:04:31.000000Z'],
])('%s is printed as %s', (text, printed) => {
  expect(printTime(parseTime(text)!)).toBe(printed);
});

test('a number is epoch milliseconds', () => {
  expect(printTime(parseTime(1_794_753_577_693)!)).toBe('2026-11-15T14:39:37.693000Z');
});

test('every microsecond survives the way through a number', () => {
  for (let micro = 0; micro < 1000; micro++) {
    const text = `2026-10-05T09:04:31.731${String(micro).padStart(3, '0')}Z`;
    expect(printTime(parseTime(text)!)).toBe(text);
  }
});

test.each(['', 'yesterday', '2026-13-01', '2026-02-30', NaN, null, undefined, {}])(
  '%j is no time',
  (value) => {
    expect(parseTime(value)).toBeUndefined();
  },
);

test('no time is null', () => {
  expect([printOptionalTime(null), printOptionalTime(undefined)]).toEqual([null, null]);
});
