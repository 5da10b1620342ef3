import { expect, test } from 'vitest';
import { extended, NO_SELECTION, toggled } from './row-selection.ts';

const order = ['a', 'b', 'c', 'd'];
const ids = (...steps: readonly (readonly [number, boolean])[]) => [
  ...steps.reduce((selection, [index, isRange]) => toggled(selection, order, index, isRange), NO_SELECTION)
    .ids,
];

test.each([
  ['one', [[1, false]], ['b']],
  [
    'one off again',
    [
      [1, false],
      [1, false],
    ],
    [],
  ],
  [
    'a range downwards',
    [
      [1, false],
      [3, true],
    ],
    ['b', 'c', 'd'],
  ],
  [
    'a range upwards',
    [
      [2, false],
      [0, true],
    ],
    ['c', 'a', 'b'],
  ],
  ['a range without a beginning', [[2, true]], ['c']],
  ['a row that is not there', [[9, false]], []],
] as const)('%s', (_what, steps, expected) => {
  expect(ids(...steps).toSorted()).toEqual([...expected].toSorted());
});

const extend = (...moves: readonly (readonly [number, number])[]) =>
  moves.reduce((selection, [from, to]) => extended(selection, order, from, to), NO_SELECTION);

test.each([
  ['begins where the focus is', [[1, 2]], ['b', 'c']],
  [
    'grows',
    [
      [1, 2],
      [2, 3],
    ],
    ['b', 'c', 'd'],
  ],
  [
    'shrinks',
    [
      [1, 3],
      [3, 2],
    ],
    ['b', 'c'],
  ],
  [
    'turns around its anchor',
    [
      [1, 3],
      [3, 0],
    ],
    ['a', 'b'],
  ],
  ['a row that is not there', [[3, 4]], []],
] as const)('a range by key %s', (_what, moves, expected) => {
  expect([...extend(...moves).ids].toSorted()).toEqual([...expected]);
});

test('a range by key elsewhere leaves what is marked', () => {
  const marked = toggled(NO_SELECTION, order, 0, false);
  expect([...extended(marked, order, 2, 3).ids].toSorted()).toEqual(['a', 'c', 'd']);
});
