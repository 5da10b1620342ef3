import { expect, test } from 'vitest';
import { randomNumbers } from '../../../testing/random-numbers.ts';
import { ChainedColumn } from './chained-column.ts';

test('chains hold exactly the rows of their code through any number of changes', () => {
  const random = randomNumbers(3);
  const column = new ChainedColumn();
  column.widen(50);
  const model = new Map<number, number>();
  for (let step = 0; step < 3000; step++) {
    if (step === 1500) column.widen(200);
    const row = Math.floor(random() * (step < 1500 ? 50 : 200));
    const code = Math.floor(random() * 9) - 1;
    column.set(row, code);
    model.set(row, code);
  }
  for (let code = 0; code < 8; code++) {
    const rows = [...model].flatMap(([row, of]) => (of === code ? [row] : [])).toSorted((a, b) => a - b);
    expect(column.members(code).toSorted((a, b) => a - b)).toEqual(rows);
    expect(column.count(code)).toBe(rows.length);
  }
  for (const [row, code] of model) expect(column.codes[row]).toBe(code);
});

test('codes that no row has', () => {
  const column = new ChainedColumn();
  expect([column.count(5), column.count(-1), column.head(5), column.members(-1)]).toEqual([0, 0, -1, []]);
});
