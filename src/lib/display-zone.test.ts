import { afterEach, expect, test } from 'vitest';
import { isZone, setDisplayZone } from './display-zone.ts';
import { formatAbsolute, zoneOffset } from './format-time.ts';

afterEach(() => setDisplayZone(undefined));

const JULY = Date.UTC(2026, 6, 1, 12);
const JANUARY = Date.UTC(2026, 0, 1, 12);

test('times are spoken in the zone that was set', () => {
  setDisplayZone('Asia/Kolkata');
  expect(formatAbsolute(JULY)).toBe('2026-07-01 17:30:00');
  expect(formatAbsolute(JULY, { zone: 'UTC' })).toBe('2026-07-01 12:00:00');
});

test.each([
  ['Europe/Berlin', JULY, 120],
  ['Europe/Berlin', JANUARY, 60],
  ['Asia/Kolkata', JULY, 330],
  ['America/New_York', JANUARY + 999, -300],
])('%s is some minutes east of UTC', (zone, time, minutes) => {
  setDisplayZone(zone);
  expect(zoneOffset(time)).toBe(minutes);
});

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['Middle/Earth', false],
  ['', false],
])('%s is a zone: %s', (name, isKnown) => {
  expect(isZone(name)).toBe(isKnown);
});
