import { expect, test } from 'vitest';
import { defaultRunsScreen } from './defaults.ts';
import type { TraceScreen } from './screens.ts';
import {
  canFixZone,
  hasSelection,
  windowOf,
  withoutSelection,
  withPinnedWindow,
  withZone,
} from './share-choices.ts';

const NOW = Date.UTC(2026, 10, 21, 12);
const runs = defaultRunsScreen();
const trace: TraceScreen = { kind: 'trace', deployment: { kind: 'sample' }, traceId: 't', runId: 'r' };

test('a relative window is pinned to what it shows now', () => {
  expect(withPinnedWindow(runs, NOW).window).toEqual({
    kind: 'absolute',
    from: NOW - 7 * 86_400_000,
    to: NOW,
  });
});

test('what is absolute or has no window stays as it is', () => {
  const all = { ...runs, window: { kind: 'all' as const } };
  expect(withPinnedWindow(all, NOW)).toBe(all);
  expect(withPinnedWindow(trace, NOW)).toBe(trace);
  expect(windowOf(runs)).toBe(runs.window);
  expect([trace, { kind: 'connections' as const }].map(windowOf)).toEqual([undefined, undefined]);
});

test('the selection can be left out, and nothing else goes with it', () => {
  expect(hasSelection(trace)).toBe(true);
  expect(withoutSelection(trace)).toEqual({ kind: 'trace', deployment: { kind: 'sample' }, traceId: 't' });
  expect(hasSelection(runs)).toBe(false);
  expect(withoutSelection(runs)).toEqual(runs);
});

test.each([
  [runs],
  [trace],
  [{ kind: 'threads', deployment: { kind: 'sample' }, window: runs.window, filter: '' }],
] as const)('the zone of times is fixed and let go: %o', (screen) => {
  expect(canFixZone(screen)).toBe(true);
  const fixed = withZone(screen, 'Asia/Kathmandu');
  expect(fixed).toEqual({ ...screen, timeZone: 'Asia/Kathmandu' });
  expect(withZone(fixed, undefined)).toEqual(screen);
});
