import { expect, test } from 'vitest';
import { browserTally, sum, unitTally } from './tally.ts';

test('a test file that does not load counts as a failure', () => {
  const report = {
    numPassedTests: 3,
    numFailedTests: 1,
    numPendingTests: 2,
    testResults: [
      { status: 'passed', assertionResults: [1, 2, 3] },
      { status: 'failed', assertionResults: [4] },
      { status: 'failed', assertionResults: [] },
    ],
  };
  expect(unitTally(report)).toEqual({ passed: 3, failed: 2, skipped: 2 });
});

test('a browser test that passes only at the second try is told, an error outside tests is a failure', () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
  expect(browserTally({ stats, errors: [] })).toEqual({ passed: 6, failed: 1, skipped: 1, unsteady: 1 });
  expect(browserTally({ stats, errors: ['no server'] }).failed).toBe(2);
});

test('tallies add up', () => {
  const one = { passed: 1, failed: 2, skipped: 3 };
  expect(sum([one, one])).toEqual({ passed: 2, failed: 4, skipped: 6, unsteady: 0 });
});
