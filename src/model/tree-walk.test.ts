import { expect, test } from 'vitest';
import { drawRuns } from '../testing/draw-runs.ts';
import { buildRunTree } from './run-tree.ts';
import { lowerBound, nodeAfter, nodeBefore, placeOf } from './sorted-nodes.ts';
import {
  ancestorsOf,
  firstChildOf,
  nextSiblingOf,
  nodesWhere,
  previousSiblingOf,
  siblingPositions,
} from './tree-walk.ts';

const tree = buildRunTree(
  'root',
  drawRuns(`
    root chain 0-100
      a chain 1-50
        b chain 2-40
          c tool 3-4
        d tool 41-42
      e tool 51-52
  `),
);

test.each([
  // node, first child, next sibling, previous sibling, ancestors
  [0, 1, -1, -1, []],
  [1, 2, 5, -1, [0]],
  [2, 3, 4, -1, [0, 1]],
  [3, -1, -1, -1, [0, 1, 2]],
  [4, -1, -1, 2, [0, 1]],
  [5, -1, -1, 1, [0]],
])('neighbours of node %i', (node, child, next, previous, path) => {
  expect(firstChildOf(tree, node)).toBe(child);
  expect(nextSiblingOf(tree, node)).toBe(next);
  expect(previousSiblingOf(tree, node)).toBe(previous);
  expect(ancestorsOf(tree, node)).toEqual(path);
});

test('places among siblings count from one', () => {
  expect([...siblingPositions(tree)]).toEqual([1, 1, 1, 1, 2, 2]);
});

test('a sorted list is searched, and walked in a circle', () => {
  const tools = nodesWhere(tree, (node) => tree.runs[node]!.runType === 'tool');
  expect([...tools]).toEqual([3, 4, 5]);
  expect(lowerBound(tools, 4)).toBe(1);
  expect(placeOf(tools, 2)).toBe(-1);
  expect([0, 3, 4, 5].map((node) => nodeAfter(tools, node))).toEqual([3, 4, 5, 3]);
  expect([0, 3, 4, 5].map((node) => nodeBefore(tools, node))).toEqual([5, 5, 3, 4]);
  expect(nodeAfter(new Int32Array(), 2)).toBe(-1);
});
