import { expect, test } from 'vitest';
import { formatBytes } from './format-bytes.ts';

test.each([
  [undefined, '–'],
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [123_456, '123 kB'],
  [999_960, '1.0 MB'],
  [2_500_000_000, '2.5 GB'],
  [4e15, '4000 TB'],
])('%s bytes read as %s', (bytes, expected) => {
  expect(formatBytes(bytes)).toBe(expected);
});
