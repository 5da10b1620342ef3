import { expect, test } from 'vitest';
import { pinsOf, readStored } from './table-preferences.ts';

test.each([
  [
    { widths: { name: 200 }, timeDisplay: 'absolute' },
    { widths: { name: 200 }, timeDisplay: 'absolute' },
  ],
  [{ widths: { name: '200', id: NaN, tags: 90 } }, { widths: { tags: 90 } }],
  [{ widths: null, timeDisplay: 'sometimes', other: 1 }, {}],
  [{ pinned: { runs: ['name'], threads: [] } }, { pinned: { runs: ['name'], threads: [] } }],
  [{ pinned: { runs: [1], threads: 'x' } }, { pinned: {} }],
  [{ pinned: 3 }, { pinnedCount: 3 }],
  [{ pinned: 0 }, { pinnedCount: 0 }],
  [{ pinned: 1 }, {}],
  [{ pinned: -1 }, {}],
  [
    { pinned: { runs: ['name'] }, pinnedCount: 2 },
    { pinned: { runs: ['name'] }, pinnedCount: 2 },
  ],
  ['text', {}],
  [null, {}],
])('storage that says %j is believed as far as it makes sense', (stored, expected) => {
  expect(readStored(stored)).toEqual(expected);
});

test.each([
  ['of this table', { runs: ['b', 'c'] }, 2, ['b', 'c']],
  ['of an older version', {}, 2, ['a', 'b']],
  ['none, as an older version kept it', {}, 0, []],
  ['by default', {}, undefined, ['b']],
  ['of another table only', { threads: ['a'] }, undefined, ['b']],
] as const)('pins %s', (_which, pinned, pinnedCount, expected) => {
  expect(pinsOf({ pinned, pinnedCount }, 'runs', ['a', 'b', 'c'], 'b')).toEqual(expected);
});

test('a table that does not show its own first column pins the one that is first', () => {
  expect(pinsOf({ pinned: {}, pinnedCount: undefined }, 'runs', ['a', 'c'], 'b')).toEqual(['a']);
});
