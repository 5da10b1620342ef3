import { expect, test } from 'vitest';
import { type Unit, selectUnits } from './select-units.ts';

function unit(key: string, bytes: number, features: string, day = 1): Unit {
  const lastStart = `2026-11-${String(day).padStart(2, '0')}T00:00:00`;
  return { key, projectId: 'p', lastStart, bytes, features: new Set(features.split(' ')) };
}
const keys = (units: readonly Unit[]) => units.map((one) => one.key);
const select = (units: readonly Unit[], budget: number) => keys(selectUnits(units, () => budget));

test('every feature is covered, by the cheapest, even beyond the budget', () => {
  const units = [
    unit('dear', 900, 'a b'),
    unit('cheap', 10, 'a'),
    unit('only', 500, 'b c'),
    unit('same', 10, 'a'),
  ];
  expect(select(units, 0)).toEqual(['cheap', 'only']);
});

test('the rest of the budget goes to the newest and to the whole time in turn', () => {
  const units = Array.from({ length: 16 }, (_, day) => unit(`day${day + 1}`, 100, 'x', day + 1));
  const chosen = select(units, 600);
  expect(chosen).toHaveLength(6);
  expect(chosen).toContain('day16');
  expect(chosen).toContain('day15');
  expect(chosen.some((key) => Number(key.slice(3)) < 9)).toBe(true);
});

test('what does not fit is passed over, what fits still comes', () => {
  const units = [unit('base', 10, 'x', 1), unit('big', 1000, 'x', 9), unit('small', 20, 'x', 8)];
  expect(select(units, 40)).toEqual(['base', 'small']);
});

test('each project has its own budget, and comes in the order of time', () => {
  const units = [
    { ...unit('q2', 10, 'x', 2), projectId: 'q' },
    { ...unit('p2', 10, 'x', 2) },
    { ...unit('p1', 10, 'x', 1) },
    { ...unit('q1', 10, 'x', 1), projectId: 'q' },
  ];
  expect(keys(selectUnits(units, (id) => (id === 'p' ? 20 : 0)))).toEqual(['p1', 'p2', 'q1']);
});

test('the order of the input changes nothing', () => {
  const units = Array.from({ length: 20 }, (_, i) =>
    unit(`u${i}`, 10 + (i % 3), `f${i % 4} g${i % 5}`, (i % 7) + 1),
  );
  expect(select(units.toReversed(), 120)).toEqual(select(units, 120));
});
