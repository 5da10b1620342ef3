import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketAt, bucketWidth, timeBuckets } from './time-buckets.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const utc = () => 0;
const at = (text: string) => Date.parse(`${text}Z`);

test.each([
  [0, 1 * SECOND],
  [10 * SECOND, 1 * SECOND],
  [47 * SECOND, 1 * SECOND],
  [48 * SECOND, 2 * SECOND],
  [15 * MINUTE, 30 * SECOND],
  [HOUR, 2 * MINUTE],
  [6 * HOUR, 10 * MINUTE],
  [DAY, HOUR],
  [7 * DAY, 4 * HOUR],
  [30 * DAY, DAY],
  [90 * DAY, 2 * DAY],
  [1000 * DAY, 28 * DAY],
  [10_000 * DAY, 8 * 28 * DAY],
])('%i ms in 48 buckets: each %i ms', (length, width) => {
  expect(bucketWidth({ from: 0, to: length }, 48)).toBe(width);
});

test('edges are round on the clock of the person', () => {
  const span = { from: at('2026-10-05T09:17:03'), to: at('2026-10-05T12:00:00') };
  const kolkata = () => 330;
  const { edges, width } = timeBuckets(span, 5, kolkata);
  expect(width).toBe(HOUR);
  expect(edges).toEqual(
    ['08:30', '09:30', '10:30', '11:30', '12:30'].map((time) => at(`2026-10-05T${time}`)),
  );
});

test('days begin at midnight also when the clock is changed', () => {
  const change = at('2026-10-25T01:00:00');
  const berlin = (time: number) => (time < change ? 120 : 60);
  const span = { from: at('2026-10-23T22:00:00'), to: at('2026-10-26T23:00:00') };
  const { edges } = timeBuckets(span, 5, berlin);
  expect(edges.map((edge) => new Date(edge).toISOString().slice(5, 16))).toEqual([
    '10-23T22:00',
    '10-24T22:00',
    '10-25T23:00',
    '10-26T23:00',
  ]);
});

test('weeks begin on Monday', () => {
  const { edges } = timeBuckets({ from: at('2026-10-07T00:00:00'), to: at('2026-12-01T00:00:00') }, 9, utc);
  expect(new Set(edges.map((edge) => new Date(edge).getUTCDay()))).toEqual(new Set([1]));
});

test('an empty span is one bucket, and its moment lies in it', () => {
  const buckets = timeBuckets({ from: 5000, to: 5000 }, 48, utc);
  expect(buckets.edges).toEqual([5000, 6000]);
  expect(bucketAt(buckets, 5000)).toBe(0);
});

test('buckets cover the span without gap, few enough, and every moment is found', () => {
  const times = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
  fc.assert(
    fc.property(
      times,
      fc.integer({ min: 1, max: 3650 * DAY }),
      fc.integer({ min: 3, max: 60 }),
      fc.nat(),
      (from, length, most, where) => {
        const to = from + length;
        const buckets = timeBuckets({ from, to }, most, utc);
        const { edges } = buckets;
        expect(edges[0]).toBeLessThanOrEqual(from);
        expect(edges.at(-1)).toBeGreaterThanOrEqual(to);
        expect(edges.length - 1).toBeLessThanOrEqual(most);
        const moment = from + (where % length);
        const index = bucketAt(buckets, moment)!;
        expect(edges[index]!).toBeLessThanOrEqual(moment);
        expect(edges[index + 1]!).toBeGreaterThan(moment);
      },
    ),
  );
});

test.each([-1, 6000, Number.NaN])('%s lies outside', (time) => {
  expect(bucketAt({ width: 1000, edges: [0, 1000, 6000] }, time)).toBeUndefined();
});
