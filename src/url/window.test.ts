import { expect, test } from 'vitest';
import { windowAt } from './window.ts';

const now = Date.UTC(2026, 10, 21, 12, 34, 56, 789);
const week = 7 * 86_400;

test('a week begins on a grid and is never longer than a week', () => {
  const { from, to } = windowAt({ kind: 'relative', seconds: week }, now);
  expect(to).toBeUndefined();
  expect(now - from!).toBeLessThanOrEqual(week * 1000);
  expect(now - from!).toBeGreaterThan(week * 1000 - 600_000);
});

test.each([
  [900, 1000],
  [3600, 10_000],
  [86_400, 60_000],
  [week, 600_000],
])('a window of %d s stays the same within its step', (seconds, step) => {
  const grid = Math.ceil(now / step) * step;
  const at = (offset: number) => windowAt({ kind: 'relative', seconds }, grid + offset);
  expect(at(1)).toEqual(at(step));
  expect(at(1)).not.toEqual(at(step + 1));
});

test('absolute bounds and "all" pass unchanged', () => {
  expect(windowAt({ kind: 'absolute', from: 5.25 }, now)).toEqual({ from: 5.25 });
  expect(windowAt({ kind: 'absolute', from: 5, to: 9 }, now)).toEqual({ from: 5, to: 9 });
  expect(windowAt({ kind: 'all' }, now)).toEqual({});
});
