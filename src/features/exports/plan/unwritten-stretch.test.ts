import { expect, test } from 'vitest';
import type { ExportRun } from '../../../contract/bulk-export.ts';
import { unwrittenStretch } from './unwritten-stretch.ts';

/** A letter for each day: c completed, f failed, x cancelled. */
function runsOf(days: string, projectId = 'p'): readonly ExportRun[] {
  const words: Readonly<Record<string, string>> = { c: 'Completed', f: 'FAILED', x: 'Cancelled' };
  return Array.from(
    days,
    (letter, day) =>
      ({ id: `${projectId}${day}`, projectId, status: words[letter], from: day, to: day + 1 }) as ExportRun,
  );
}

test.each([
  ['ccfxxx', 2, [2, 6, 4]],
  ['ccfxcx', 3, [2, 4, 2]],
  ['cfc', 1, [1, 2, 1]],
  ['ffff', 3, [0, 4, 4]],
])('%s around %i', (days, around, expected) => {
  const runs = runsOf(days);
  const { from, to, days: count } = unwrittenStretch(runs, runs[around]!)!;
  expect([from, to, count]).toEqual(expected);
});

test('another project’s days are its own', () => {
  const runs = [...runsOf('fc', 'p'), ...runsOf('ff', 'q')];
  expect(unwrittenStretch(runs, runs[0]!)).toMatchObject({ projectId: 'p', from: 0, to: 1 });
});

test('a day without times cannot be asked for', () => {
  const [run] = runsOf('f');
  expect(unwrittenStretch([], { ...run!, from: undefined })).toBeUndefined();
});
