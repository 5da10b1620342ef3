import { expect, test } from 'vitest';
import { printSegment, readDottedOrder } from './dotted-order.ts';
import { readTime } from './read-time.ts';

const ID = '01a10b4e-bbf1-73bb-b636-ea27c384325e';
const DAY = Date.UTC(2026, 9, 5, 9, 4, 31);

test.each([
  [DAY, `20261005T090431000000Z${ID}`],
  [DAY + 729.001, `20261005T090431729001Z${ID}`],
  [DAY + 0.999, `20261005T090431000999Z${ID}`],
])('a segment prints microseconds: %d', (time, expected) => {
  expect(printSegment(time, ID)).toBe(expected);
  expect(readDottedOrder(expected)).toEqual([{ time, id: ID }]);
});

test.each([
  ['two levels', `20261005T090431729001Z${ID}.20261005T090431731003Zx`, [ID, 'x']],
  ['ids with dots', '20261005T090431729001Za.b.20261005T090431731003Zc.d', ['a.b', 'c.d']],
  ['dashless with a trailing dot', `20261005T090431729001Z${ID.replaceAll('-', '')}.`, [ID]],
  ['milliseconds only', '20261005T090431729Zx', ['x']],
  ['nonsense', 'hello', []],
])('levels: %s', (_, text, ids) => {
  expect(readDottedOrder(text).map(({ id }) => id)).toEqual(ids);
});

test.each([
  ['number', 1791190805509.003, 1791190805509.003],
  ['Z', '2026-10-05T09:04:31.729001Z', DAY + 729.001],
  ['naive is UTC', '2026-10-05T09:04:31.729001', DAY + 729.001],
  ['offset', '2026-10-05T11:04:31+02:00', DAY],
  ['blank for T', '2026-10-05 09:04:31', DAY],
  ['nanoseconds are cut', '2026-10-05T09:04:31.729001999Z', DAY + 729.001],
  ['nonsense', 'soon', undefined],
  ['no moment', '2026-13-05T00:00:00Z', undefined],
  ['NaN', Number.NaN, undefined],
  ['null', null, undefined],
])('times: %s', (_, value, expected) => {
  expect(readTime(value)).toBe(expected);
});
