import { expect, test } from 'vitest';
import { drawRuns } from '../testing/draw-runs.ts';
import { buildRunTree, type RunTree } from './run-tree.ts';
import { nodeAt, placeOf } from './tree-place.ts';

const treeOf = (drawing: string): RunTree => {
  const runs = drawRuns(drawing).map((run) => ({ ...run, name: run.name.replace(/-\d+$/, '') }));
  return buildRunTree(runs[0]!.id, runs);
};

const one = treeOf(`
  agent chain 0-100
    model-1 llm 0-10
    search-1 tool 10-20
      embed llm 11-12
    model-2 llm 20-30
    model-3 llm 30-40
`);
const other = treeOf(`
  agent chain 0-90
    model-1 llm 0-10
    model-2 llm 10-20
    search-9 tool 20-30
      fetch tool 21-22
`);

test.each([
  ['the run that it starts at', 'agent', 'agent'],
  ['a child by name', 'search-1', 'search-9'],
  ['the second of its name', 'model-2', 'model-2'],
  ['the last where there are fewer', 'model-3', 'model-2'],
])('%s', (_, from, to) => {
  const place = placeOf(one, 0, one.nodeOf.get(from)!)!;
  expect(other.runs[nodeAt(other, 0, place)]!.id).toBe(to);
});

test('a way that breaks off leads nowhere', () => {
  expect(nodeAt(other, 0, placeOf(one, 0, one.nodeOf.get('embed')!)!)).toBe(-1);
});

test('a type is part of the name', () => {
  expect(nodeAt(other, 0, [{ name: 'model', runType: 'tool', nth: 0 }])).toBe(-1);
});

test('places begin at the run of the row', () => {
  const search = one.nodeOf.get('search-1')!;
  const place = placeOf(one, search, one.nodeOf.get('embed')!)!;
  expect(place).toEqual([{ name: 'embed', runType: 'llm', nth: 0 }]);
  expect(nodeAt(one, search, place)).toBe(one.nodeOf.get('embed'));
  expect(placeOf(one, search, one.nodeOf.get('model-2')!)).toBeUndefined();
});
