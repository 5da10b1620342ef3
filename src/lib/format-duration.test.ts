import { expect, test } from 'vitest';
import { formatDuration } from './format-duration.ts';

test.each([
  [undefined, '–'],
  [Number.NaN, '–'],
  [0, '0 ms'],
  [0.0000001, '1 µs'],
  [0.00042, '420 µs'],
  [0.0042, '4.2 ms'],
  [0.00996, '10 ms'],
  [0.85, '850 ms'],
  [0.9996, '1.00 s'],
  [2.414, '2.41 s'],
  [59.996, '1m 0s'],
  [72, '1m 12s'],
  [119.7, '2m 0s'],
  [3599.6, '1h 0m'],
  [7500, '2h 5m'],
  [86399, '1d 0h'],
  [97200, '1d 3h'],
  [-2.41, '−2.41 s'],
])('%s seconds read as %s', (seconds, expected) => {
  expect(formatDuration(seconds)).toBe(expected);
});
