import { expect, test } from 'vitest';
import { NO_SELECTION, toggled } from './row-selection.ts';

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
