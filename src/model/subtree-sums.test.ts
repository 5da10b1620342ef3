import { expect, test } from 'vitest';
import { drawRuns } from '../testing/draw-runs.ts';
import { buildRunTree } from './run-tree.ts';
import { subtreeSums } from './subtree-sums.ts';
import { typeCounts } from './type-counts.ts';

const sumsOf = (drawing: string) => subtreeSums(buildRunTree('root', drawRuns(drawing)));

test.each([
  [
    'own numbers only (v2)',
    `
    root chain 0-9
      a llm 1-2 tokens=10
      b chain 3-8
        c llm 4-5 tokens=5`,
    [15, 10, 5, 5],
  ],
  [
    'sums on every parent (v1) are not added again',
    `
    root chain 0-9 tokens=15
      a llm 1-2 tokens=10
      b chain 3-8 tokens=5
        c llm 4-5 tokens=5`,
    [15, 10, 5, 5],
  ],
  [
    'a model that wraps a model counts once',
    `
    root chain 0-9
      a llm 1-4 tokens=10
        b llm 2-3 tokens=10`,
    [10, 10, 10],
  ],
  [
    'a parent whose children were lost keeps its own',
    `
    root chain 0-9 tokens=40
      a llm 1-4 tokens=10`,
    [40, 10],
  ],
  [
    'a v1 root that is still running says zero',
    `
    root chain 0- tokens=0
      a llm 1-4 tokens=10`,
    [10, 10],
  ],
  ['nobody says anything', 'root chain 0-9', [Number.NaN]],
])('%s', (_, drawing, tokens) => {
  expect([...sumsOf(drawing).tokens]).toEqual(tokens);
});

test('cost and errors add up too', () => {
  const sums = sumsOf(`
    root chain 0-9 status=error
      a llm 1-2 cost=0.25 status=error
      b llm 3-4 cost=0.5
  `);
  expect([...sums.cost]).toEqual([0.75, 0.25, 0.5]);
  expect([...sums.errors]).toEqual([2, 1, 0]);
});

test('types are counted, the placeholder of a missing root is not', () => {
  const runs = drawRuns(`
    root chain 0-9
      a llm 1-2
      b tool 2-3
      c llm 3-4
  `);
  expect(typeCounts(buildRunTree('root', runs.slice(1)))).toEqual([
    { type: 'llm', count: 2 },
    { type: 'tool', count: 1 },
  ]);
});
