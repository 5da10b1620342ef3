import { expect, test } from 'vitest';
import { compactCount, formatCount } from './format-count.ts';

test.each([
  [undefined, '–', '–'],
  [0, '0', '0'],
  [999, '999', '999'],
  [1000, '1,000', '1k'],
  [12_345, '12,345', '12.3k'],
  [99_960, '99,960', '100k'],
  [123_456, '123,456', '123k'],
  [999_950, '999,950', '1M'],
  [1_250_000, '1,250,000', '1.3M'],
  [7.5e9, '7,500,000,000', '7.5B'],
  [-12_345, '-12,345', '-12.3k'],
])('%s reads as %s, and as %s in tight places', (n, long, short) => {
  expect(formatCount(n)).toBe(long);
  expect(compactCount(n)).toBe(short);
});
