import { expect, test } from 'vitest';
import type { ExportRun } from '../../../contract/bulk-export.ts';
import { calendarOf } from './calendar.ts';

const run = (day: string, projectId = 'p') =>
  ({ id: `${projectId} ${day}`, projectId, from: Date.parse(`${day}T00:00:00Z`) }) as ExportRun;

test('days stand below their weekday, months below each other', () => {
  // 30 November 2026 is a Monday.
  const { months } = calendarOf([run('2026-12-02'), run('2026-11-30'), run('2026-12-01')]);
  expect(months.map(({ month, offset, cells }) => [month, offset, cells.length])).toEqual([
    ['2026-11', 0, 1],
    ['2026-12', 1, 2],
  ]);
});

test('days that no run wrote leave a gap', () => {
  const { months } = calendarOf([run('2026-11-02'), run('2026-11-05')]);
  expect(months[0]!.cells.map((cell) => cell?.id)).toEqual([
    'p 2026-11-02',
    undefined,
    undefined,
    'p 2026-11-05',
  ]);
});

test('each project has its own', () => {
  const { months } = calendarOf([run('2026-11-02', 'q'), run('2026-11-02', 'p')]);
  expect(months.map(({ projectId }) => projectId)).toEqual(['p', 'q']);
});

test('a run without a time is told beside it', () => {
  const undated = { ...run('2026-11-02'), from: undefined };
  expect(calendarOf([undated])).toEqual({ months: [], undated: [undated] });
});
