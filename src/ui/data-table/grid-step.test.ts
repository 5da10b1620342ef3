import { expect, test } from 'vitest';
import { gridStep } from './grid-step.ts';

const size = { rowCount: 100, columnCount: 8, pageRows: 20 };

test.each([
  ['ArrowDown', false, [5, 2], [6, 2]],
  ['ArrowDown', false, [99, 2], [99, 2]],
  ['ArrowUp', false, [5, 2], [4, 2]],
  ['ArrowUp', false, [0, 2], [-1, 2]],
  ['ArrowUp', false, [-1, 2], [-1, 2]],
  ['ArrowRight', false, [5, 7], [5, 7]],
  ['ArrowLeft', false, [5, 2], [5, 1]],
  ['ArrowRight', true, [5, 2], [5, 7]],
  ['PageDown', false, [5, 2], [24, 2]],
  ['PageDown', false, [95, 2], [99, 2]],
  ['PageUp', false, [5, 2], [0, 2]],
  ['Home', false, [5, 2], [5, 0]],
  ['End', false, [5, 2], [5, 7]],
  ['Home', true, [5, 2], [0, 0]],
  ['End', true, [5, 2], [99, 7]],
] as const)('%s (command %s) from %j', (key, isCommand, [row, column], [toRow, toColumn]) => {
  expect(gridStep({ row, column }, { key, isCommand }, size)).toEqual({ row: toRow, column: toColumn });
});

test('an empty table keeps the header only', () => {
  const empty = { rowCount: 0, columnCount: 2, pageRows: 20 };
  expect(gridStep({ row: -1, column: 0 }, { key: 'ArrowDown', isCommand: false }, empty)).toEqual({
    row: -1,
    column: 0,
  });
});

test('other keys are not the grid’s', () => {
  expect(gridStep({ row: 0, column: 0 }, { key: 'a', isCommand: false }, size)).toBeUndefined();
});
