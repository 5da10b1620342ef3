import { expect, test } from 'vitest';
import { drawRuns } from '../testing/draw-runs.ts';
import { buildRunTree } from './run-tree.ts';
import {
  allCollapsed,
  allExpanded,
  carriedOver,
  revealed,
  visibleRows,
  withExpanded,
  withSubtreeExpanded,
  type TreeRows,
} from './visible-rows.ts';

const runs = drawRuns(`
  root chain 0-100
    a chain 1-50
      b chain 2-40
        c tool 3-4
      d tool 41-42
    e tool 51-52
`);
const tree = buildRunTree('root', runs);
const ids = ({ rows }: TreeRows) => [...rows].map((node) => tree.runs[node]!.id).join('');

test('everything, and only the first level', () => {
  expect(ids(allExpanded(tree))).toBe('rootabcde');
  expect(ids(allCollapsed(tree))).toBe('rootae');
});

test('closing and opening one node remembers what was closed inside', () => {
  const innerClosed = withExpanded(tree, allExpanded(tree), 2, false);
  expect(ids(innerClosed)).toBe('rootabde');
  const closed = withExpanded(tree, innerClosed, 1, false);
  expect(ids(closed)).toBe('rootae');
  expect(ids(withExpanded(tree, closed, 1, true))).toBe('rootabde');
});

test('what happens inside a closed node shows when it opens', () => {
  const closed = withExpanded(tree, withExpanded(tree, allExpanded(tree), 1, false), 2, false);
  expect(ids(closed)).toBe('rootae');
  expect(ids(withExpanded(tree, closed, 1, true))).toBe('rootabde');
});

test('one step at a time gives what a full pass gives', () => {
  let rows = allExpanded(tree);
  for (const step of [1, 2, 0, 1, 0, 2, 4, 1, 3, 0, 0, 2, 1]) {
    rows = withExpanded(tree, rows, step, rows.expanded[step] !== 1);
    expect(ids(rows)).toBe(ids(visibleRows(tree, rows.expanded)));
  }
});

test('asking for what is already so changes nothing', () => {
  const rows = allExpanded(tree);
  expect(withExpanded(tree, rows, 1, true)).toBe(rows);
  expect(revealed(tree, rows, [3])).toBe(rows);
});

test('revealing opens the way to a node and nothing else', () => {
  expect(ids(revealed(tree, allCollapsed(tree), [3]))).toBe('rootabcde');
  expect(ids(revealed(tree, allCollapsed(tree), [4]))).toBe('rootabde');
});

test('a whole subtree opens and closes', () => {
  const opened = withSubtreeExpanded(tree, allCollapsed(tree), 1, true);
  expect(ids(opened)).toBe('rootabcde');
  expect(ids(withSubtreeExpanded(tree, opened, 1, false))).toBe('rootae');
});

test('a reloaded trace keeps what was closed and opens what is new', () => {
  const before = withExpanded(tree, allExpanded(tree), 2, false);
  const newer = buildRunTree('root', [...runs, ...drawRuns('f tool 60-61 parent=root')]);
  const rows = carriedOver(tree, before, newer);
  expect([...rows.rows].map((node) => newer.runs[node]!.id)).toEqual(['root', 'a', 'b', 'd', 'e', 'f']);
});
