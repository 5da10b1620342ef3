import { expect, test } from 'vitest';
import { readStored } from './table-preferences.ts';

test.each([
  [
    { widths: { name: 200 }, timeDisplay: 'absolute' },
    { widths: { name: 200 }, timeDisplay: 'absolute' },
  ],
  [{ widths: { name: '200', id: NaN, tags: 90 } }, { widths: { tags: 90 } }],
  [{ widths: null, timeDisplay: 'sometimes', other: 1 }, {}],
  ['text', {}],
  [null, {}],
])('storage that says %j is believed as far as it makes sense', (stored, expected) => {
  expect(readStored(stored)).toEqual(expected);
});
