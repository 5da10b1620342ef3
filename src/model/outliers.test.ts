import { expect, test } from 'vitest';
import { drawRuns } from '../testing/draw-runs.ts';
import { chanceOf } from './enrichment.ts';
import { outliers } from './outliers.ts';
import { valueCounts } from './value-counts.ts';

// The hypergeometric tail, summed in integers without rounding.
test.each([
  [3, 0, 3, 3, 1 / 20],
  [5, 0, 5, 15, 1 / 15504],
  [10, 10, 20, 20, 0.623814432718],
  [1, 0, 1, 1, 0.5],
  [0, 5, 10, 10, 1],
  [5, 3, 10, 60, 0.00095360702968],
  [30, 50, 60, 150, 0.018877676742],
  [60, 40, 100, 900, 1.6690279468669833e-42],
])('%i of them and %i of the others, of %i and %i', (inside, outside, insideTotal, outsideTotal, chance) => {
  const found = chanceOf({ inside, outside, insideTotal, outsideTotal });
  expect(found / chance).toBeCloseTo(1, 7);
});

test('large numbers neither overflow nor take long', () => {
  const found = chanceOf({ inside: 51_000, outside: 450_000, insideTotal: 100_000, outsideTotal: 900_000 });
  expect(found).toBeGreaterThan(0);
  expect(found).toBeLessThan(1e-8);
});

interface Named {
  readonly name: string;
  readonly inside: number;
  readonly outside: number;
}
const value = (name: string, inside: number, outside: number): Named => ({ name, inside, outside });
const names = (values: readonly Named[], inside: number, outside: number) =>
  outliers(values, { inside, outside }).map((found) => found.value.name);

test.each<[string, readonly Named[], number, number, readonly string[]]>([
  ['what only they have', [value('x', 20, 0)], 20, 100, ['x']],
  ['what everybody has is no difference', [value('x', 20, 100)], 20, 100, []],
  ['two runs are an anecdote', [value('x', 2, 0)], 2, 1000, []],
  ['what chance explains is not named', [value('x', 4, 12)], 10, 50, []],
  ['a small share of many does not explain them', [value('x', 30, 0)], 1000, 9000, []],
  ['hardly more frequent is no hint', [value('x', 6000, 50_000)], 10_000, 100_000, []],
  ['what is rarer among them is not named', [value('x', 1, 90)], 20, 100, []],
  [
    'the one that explains most comes first',
    [value('small', 10, 0), value('large', 40, 20)],
    50,
    200,
    ['large', 'small'],
  ],
  ['nothing to compare with', [value('x', 20, 0)], 20, 0, []],
  ['nothing chosen', [value('x', 0, 20)], 0, 20, []],
])('%s', (_, values, inside, outside, expected) => {
  expect(names(values, inside, outside)).toEqual(expected);
});

test('the more values are looked at, the more it takes to be named', () => {
  const unsure = value('x', 5, 3);
  const noise = Array.from({ length: 400 }, (_, index) => value(`n${index}`, 3, 20));
  expect(names([unsure], 10, 60)).toEqual(['x']);
  expect(names([unsure, ...noise], 10, 60)).toEqual([]);
});

test('values on the same runs are one hint', () => {
  const [found] = outliers([value('a', 20, 1), value('b', 20, 1)], { inside: 20, outside: 100 });
  expect(found).toMatchObject({
    value: { name: 'a' },
    shareInside: 1,
    shareOutside: 0.01,
    lift: 100,
    also: [{ name: 'b' }],
  });
});

test('values of runs are counted on both sides, each once per run', () => {
  const runs = drawRuns('a llm 0-1 tags=x,x,y\nb tool 5-6 tags=y').map((run) => ({
    ...run,
    metadata: { n: run.id === 'a' ? 1 : '1', long: 'z'.repeat(300), nested: { a: 1 } },
  }));
  const counts = valueCounts(runs, ({ id }) => id === 'a').map(
    ({ by, value: found, inside, outside }) =>
      `${by.kind === 'metadata' ? by.key : by.kind} ${JSON.stringify(found)} ${inside}:${outside}`,
  );
  expect(counts.toSorted()).toEqual(
    [
      'name "a" 1:0',
      'name "b" 0:1',
      'run_type "llm" 1:0',
      'run_type "tool" 0:1',
      'status "success" 1:1',
      'tag "x" 1:0',
      'tag "y" 1:1',
      'n 1 1:0',
      'n "1" 0:1',
    ].toSorted(),
  );
});
