import { expect, test } from 'vitest';
import { leavingGuard } from './leaving-guard.ts';

test.each([
  ['nothing was ever started', [], false],
  ['something runs', [true], true],
  ['it still runs', [true, true], true],
  ['it ended', [true, true, false], false],
  ['another one runs', [true, false, true], true],
])('%s', (_, states, isAsked) => {
  const target = new EventTarget();
  const guard = leavingGuard(target);
  for (const isBusy of states) guard(isBusy);
  const leaving = new Event('beforeunload', { cancelable: true });
  target.dispatchEvent(leaving);
  expect(leaving.defaultPrevented).toBe(isAsked);
});
