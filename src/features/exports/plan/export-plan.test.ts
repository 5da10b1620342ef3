import { describe, expect, test } from 'vitest';
import { exportProgress, phaseOf, type RunProgress } from './export-progress.ts';
import { comingWindows, DAY, dayPartitions, HOUR, overdueWindows } from './export-windows.ts';
import { type ExportSpan, overlappingExports } from './overlapping-exports.ts';

const at = (text: string) => Date.parse(`${text}Z`);

describe('a schedule', () => {
  const start = at('2026-08-01T00:00:00');

  test('writes consecutive windows, each ten minutes after its end', () => {
    const [first, second] = comingWindows(start, 24, start, 2);
    expect(first).toEqual({ from: start, to: start + DAY, startsAt: start + DAY + 10 * 60_000 });
    expect(second!.from).toBe(first!.to);
  });

  test('that began in the past makes up for what is over', () => {
    const now = start + 2.5 * DAY;
    expect(overdueWindows(start, 24, now)).toBe(2);
    expect(comingWindows(start, 24, now, 1)[0]!.from).toBe(start + 2 * DAY);
  });

  test('is not early within the ten minutes', () => {
    expect(overdueWindows(start, 1, start + HOUR + 9 * 60_000)).toBe(0);
    expect(overdueWindows(start, 1, start + HOUR + 10 * 60_000)).toBe(1);
  });
});

test.each([
  ['a day', '2026-08-01T00:00:00', '2026-08-02T00:00:00', 1],
  ['a minute over midnight', '2026-08-01T23:59:30', '2026-08-02T00:00:30', 2],
  ['a month', '2026-08-01T12:00:00', '2026-09-01T12:00:00', 32],
  ['nothing', '2026-08-01T00:00:00', '2026-08-01T00:00:00', 0],
])('%s touches its UTC days', (_what, from, to, count) => {
  const days = dayPartitions({ from: at(from), to: at(to) });
  expect(days).toHaveLength(count);
  expect([days[0]?.from, days.at(-1)?.to]).toEqual(count > 0 ? [at(from), at(to)] : [undefined, undefined]);
});

describe('overlap', () => {
  const wanted = { projectId: 'p', from: 0, to: 10 * DAY, filter: '' };
  const one: ExportSpan = {
    id: 'e',
    projectId: 'p',
    destinationId: 'd',
    from: 0,
    to: 10 * DAY,
    filter: '',
    status: 'COMPLETED',
  };
  test.each([
    ['the same again', {}, [{ id: 'e', kind: 'same', isRunning: false }]],
    ['a part', { from: 9 * DAY, to: 20 * DAY }, [{ id: 'e', kind: 'part', isRunning: false }]],
    ['the next window', { from: 10 * DAY, to: 20 * DAY }, []],
    [
      'a schedule that runs on',
      { from: 9 * DAY, to: undefined, status: 'IntervalScheduled' },
      [{ id: 'e', kind: 'part', isRunning: true }],
    ],
    ['another project', { projectId: 'q' }, []],
    ['one that failed', { status: 'Failed' }, []],
    ['another filter', { filter: 'eq(is_root, true)' }, [{ id: 'e', kind: 'part', isRunning: false }]],
  ] as [string, Partial<ExportSpan>, unknown[]][])('%s', (_what, change, expected) => {
    expect(overlappingExports(wanted, [{ ...one, ...change }])).toEqual(expected);
  });
});

describe('progress', () => {
  const run = (status: string, rowsWritten = 0, finishedAt?: number): RunProgress => ({
    status,
    rowsWritten,
    finishedAt,
    createdAt: 0,
    files: rowsWritten > 0 ? 1 : 0,
    errors: [],
  });

  test.each([
    ['Completed', 'done'],
    ['COMPLETED', 'done'],
    ['TimedOut', 'failed'],
    ['TIMED_OUT', 'failed'],
    ['Cancelled', 'failed'],
    ['Created', 'waiting'],
    ['Running', 'running'],
    ['Paused', 'running'],
  ])('%s is %s', (status, phase) => expect(phaseOf(status)).toBe(phase));

  test('says no time before a third is over', () => {
    const runs = [run('Completed', 100, 30_000), run('Running', 20), run('Created'), run('Created')];
    expect(exportProgress(runs, 0, 60_000)).toMatchObject({
      done: 1,
      running: 1,
      waiting: 2,
      total: 4,
      rows: 120,
      rowsPerSecond: 2,
      remaining: undefined,
    });
  });

  test('says a calm time afterwards', () => {
    const runs = [run('Completed', 100, 30_000), run('Completed', 100, 50_000), run('Running', 20)];
    expect(exportProgress(runs, 0, 60_000).remaining).toBe(30_000);
    expect(exportProgress(runs, 0, 61_000).remaining).toBe(45_000);
  });

  test('of what is over stands still', () => {
    const runs = [run('Completed', 100, 50_000), run('Failed', 0, 10_000)];
    const first = exportProgress(runs, 0, 60_000);
    expect(exportProgress(runs, 0, 900_000)).toEqual(first);
    expect(first).toMatchObject({ done: 1, failed: 1, rowsPerSecond: 2, remaining: undefined });
  });

  test('of nothing yet is no division', () => {
    expect(exportProgress([], 0, 500)).toMatchObject({
      total: 0,
      rows: 0,
      rowsPerSecond: undefined,
      remaining: undefined,
    });
  });
});
