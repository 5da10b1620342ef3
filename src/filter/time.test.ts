import { expect, test } from 'vitest';
import { parseTime } from './time.ts';

const noon = Date.UTC(2026, 0, 31, 12, 30, 15);

test.each([
  ['2026-01-31', Date.UTC(2026, 0, 31)],
  ['2026-01-31T12:30:15Z', noon],
  ['2026-01-31T12:30:15', noon],
  ['2026-01-31t12:30:15z', noon],
  ['2026-01-31 12:30:15', noon],
  ['2026-01-31 12:30', noon - 15_000],
  ['2026-01-31T12:30:15.250Z', noon + 250],
  ['2026-01-31T12:30:15.123456+00:00', noon + 123.456],
  ['2026-01-31T12:30:15.5', noon + 500],
  ['2026-01-31T14:00:15+01:30', noon],
  ['2026-01-31T07:30:15-0500', noon],
  ['2026-01-31T13:30:15+01', noon],
  ['2024-02-29', Date.UTC(2024, 1, 29)],
])('%s', (text, expected) => expect(parseTime(text)).toBe(expected));

test('microseconds survive and keep their order', () => {
  expect(parseTime('2026-01-31T12:30:15.000001Z')!).toBeGreaterThan(noon);
  expect(parseTime('2026-01-31T12:30:15.000001Z')!).toBeLessThan(parseTime('2026-01-31T12:30:15.000002Z')!);
});

test.each([
  '',
  'yesterday',
  '2026',
  '2026-1-1',
  '2026-13-01',
  '2026-00-10',
  '2026-02-30',
  '2023-02-29',
  '0000-00-00',
  '2026-01-31T24:00:00',
  '2026-01-31T12:60:00',
  '2026-01-31T12:00:60',
  '2026-01-31T12:00:00+25:00',
  '2026-01-31T12',
  '2026-01-31Z',
  ' 2026-01-31',
  '1700000000',
])('%j is no time', (text) => expect(parseTime(text)).toBeUndefined());
