import { expect, test } from 'vitest';
import { drawRuns } from '../../testing/draw-runs.ts';
import { buildRunTree } from '../../model/run-tree.ts';
import { eventRows } from './panel/event-rows.ts';
import { missingSums } from './missing-sums.ts';
import { rowIndent, saysDepth } from './row-indent.ts';
import { scrollTopFor } from './scroll-target.ts';
import { stackedRoom } from './stacked-room.ts';
import { statText } from './stat-text.ts';
import { tickText } from './tick-text.ts';
import { defaultPreferences, readPreferences } from './trace-preferences.ts';
import { treeNotices } from './tree-notices.ts';

test.each([
  [0, 0],
  [1, 14],
  [8, 112],
  [9, 115],
  [60, 142],
])('depth %i is moved in %i px', (depth, indent) => {
  expect(rowIndent(depth)).toBe(indent);
  expect(saysDepth(depth)).toBe(depth > 8);
});

test.each([
  ['in view stays', 5, 'nearest', 100, 100],
  ['above, nearest', 1, 'nearest', 100, 20],
  ['below, nearest', 30, 'nearest', 100, 420],
  ['below, centred', 30, 'center', 100, 510],
  ['the first, centred', 0, 'center', 100, 0],
] as const)('scrolling to a row: %s', (_, row, align, scrollTop, expected) => {
  expect(scrollTopFor(row, align, { scrollTop, height: 200, rowHeight: 20 })).toBe(expected);
});

test.each([
  [0, '0'],
  [0.2, '200 µs'],
  [20, '20 ms'],
  [1500, '1.5 s'],
  [120_000, '2m'],
  [90_000, '1m 30s'],
  [7_200_000, '2h'],
])('the tick at %d ms reads %s', (ms, text) => {
  expect(tickText(ms)).toBe(text);
});

test('tokens in a row become one row of events', () => {
  const event = (name: string, time: number) => ({ name, time });
  const rows = eventRows([
    event('start', 0),
    event('new_token', 1),
    event('new_token', 2),
    event('end', 3),
    event('new_token', 4),
  ]);
  expect(rows.map((row) => [row.event.name, row.count, row.event.time, row.last.time])).toEqual([
    ['start', 1, 0, 0],
    ['new_token', 2, 1, 2],
    ['end', 1, 3, 3],
    ['new_token', 1, 4, 4],
  ]);
});

test.each([
  [{ n: 2, avg: 0.12345, values: {}, comments: [] }, '0.123'],
  [{ n: 3, values: { good: 2, bad: 1 }, comments: [] }, 'good ×2, bad'],
  [{ n: 3, values: {}, comments: [] }, '×3'],
])('feedback %j reads %s', (stat, text) => {
  expect(statText(stat)).toBe(text);
});

test.each([
  [null, {}],
  ['text', {}],
  [{ isTimelineShown: false, treeWidth: 'wide', color: 'red' }, { isTimelineShown: false }],
  [
    { ...defaultPreferences, timelineWidth: 700 },
    { ...defaultPreferences, timelineWidth: 700 },
  ],
])('stored preferences %j', (stored, read) => {
  expect(readPreferences(stored)).toEqual(read);
});

test('what was bent is said, once each', () => {
  const ids = (drawing: string) =>
    treeNotices(buildRunTree('root', drawRuns(drawing))).map((notice) => notice.id);
  expect(ids('root chain 0-1')).toEqual([]);
  expect(ids('a chain 0-1 parent=lost\nb chain 0-1 parent=lost')).toEqual(['root']);
  expect(
    ids(`
      root chain 0-9
        a tool 1-2 parent=lost order=no
        b tool 1-2 parent=b order=no
        c tool 3-4
        c tool 3-4
    `),
  ).toEqual(['orphans', 'loops', 'duplicates']);
});

test.each([
  ['few rows take what they need', 0, 180, 900, [180, 160, 180]],
  ['many get a part', 0, 2000, 900, [306, 160, 480]],
  ['a choice holds', 450, 2000, 900, [450, 160, 480]],
  ['but never leaves a void', 450, 180, 900, [180, 160, 180]],
  ['one row is less than the least', 0, 95, 900, [95, 95, 95]],
] as const)('a tree above its run: %s', (_, chosen, rows, height, [size, min, max]) => {
  expect(stackedRoom(chosen, rows, height)).toEqual({ size, min, max });
});

test('columns that no run fills are named', () => {
  const sums = (tokens: number[], cost: number[]) =>
    missingSums({ tokens: Float64Array.from(tokens), cost: Float64Array.from(cost) });
  expect(sums([3, 3], [0.1, 0])).toBeUndefined();
  expect(sums([3, 0], [NaN, 0])).toBe('cost');
  expect(sums([NaN], [NaN])).toBe('tokens cost');
});
