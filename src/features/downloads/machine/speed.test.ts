import { expect, test } from 'vitest';
import { recentMarks, speedAt } from './speed.ts';

const marks = [
  { done: 0, at: 0 },
  { done: 100, at: 1000 },
  { done: 200, at: 2000 },
];

test.each([
  ['at once', marks.slice(0, 1), 100, undefined],
  ['after a mark', marks, 2000, 100],
  ['while nothing comes', marks, 4000, 50],
  ['after a long wait', marks, 60_000, undefined],
  ['without any', [], 10, undefined],
])('%s', (_, seen, now, speed) => {
  expect(speedAt(seen, now)).toBe(speed);
});

test('only recent marks are kept', () => {
  const many = Array.from({ length: 60 }, (_, index) => ({ done: index, at: index * 1000 }));
  expect(recentMarks(many, 59_000)[0]).toEqual({ done: 49, at: 49_000 });
});
