import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseTimestamp, printTimestamp } from './timestamp.ts';

const noon = Date.UTC(2026, 7, 20, 12, 0, 0);

test.each<[string, unknown, number | undefined]>([
  ['zulu', '2026-08-20T12:00:00Z', noon],
  ['naive means UTC', '2026-08-20T12:00:00', noon],
  ['microseconds', '2026-08-20T12:00:00.123456', noon + 123.456],
  ['nanoseconds are rounded to microseconds', '2026-08-20T12:00:00.123456789Z', noon + 123.457],
  ['one digit', '2026-08-20T12:00:00.5Z', noon + 500],
  ['offset', '2026-08-20T14:00:00+02:00', noon],
  ['offset without colon', '2026-08-20T06:30:00-0530', noon],
  ['short offset', '2026-08-20T13:00:00+01', noon],
  ['blank instead of T', '2026-08-20 12:00:00', noon],
  ['no seconds', '2026-08-20T12:00Z', noon],
  ['date only', '2026-08-20', noon - 12 * 3_600_000],
  ['number', noon + 0.25, noon + 0.25],
  ['not a day', '2026-02-31T00:00:00Z', undefined],
  ['not a month', '2026-13-01T00:00:00Z', undefined],
  ['not an hour', '2026-01-01T31:00:00Z', undefined],
  ['words', 'yesterday', undefined],
  ['empty', '', undefined],
  ['null', null, undefined],
  ['NaN', Number.NaN, undefined],
])('reads %s', (_, text, expected) => {
  expect(parseTimestamp(text)).toEqual(expected);
});

test('printing keeps every microsecond', () => {
  const micros = fc.integer({ min: Date.UTC(1970, 0, 1) * 1000, max: Date.UTC(2100, 0, 1) * 1000 });
  fc.assert(
    fc.property(micros, (value) => {
      const read = parseTimestamp(printTimestamp(value / 1000))!;
      expect(Math.round(read * 1000)).toBe(value);
    }),
  );
});

test('whole seconds are printed without a fraction', () => {
  expect(printTimestamp(noon)).toBe('2026-08-20T12:00:00Z');
  expect(printTimestamp(noon + 0.001)).toBe('2026-08-20T12:00:00.000001Z');
});
