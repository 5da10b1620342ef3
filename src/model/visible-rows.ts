/**
 * Which nodes are on screen as rows, top to bottom, given the expanded ones. Rows are nodes in
 * ascending order (pre-order), so the row of a node is a binary search, and opening or closing one
 * node replaces one stretch of the array.
 */
import type { RunTree } from './run-tree.ts';
import { lowerBound, placeOf } from './sorted-nodes.ts';
import { ancestorsOf } from './tree-walk.ts';

/** One byte per node: 1 = its children are shown. */
export type Expanded = Uint8Array;

export interface TreeRows {
  readonly expanded: Expanded;
  readonly rows: Int32Array;
}

export function allExpanded(tree: RunTree): TreeRows {
  const expanded = new Uint8Array(tree.runs.length).fill(1);
  const rows = new Int32Array(tree.runs.length);
  for (let node = 0; node < rows.length; node++) rows[node] = node;
  return { expanded, rows };
}

export function visibleRows(tree: RunTree, expanded: Expanded): TreeRows {
  const rows = new Int32Array(tree.runs.length);
  const count = collect(tree, expanded, 0, tree.runs.length, rows, 0);
  return { expanded, rows: rows.slice(0, count) };
}

/** Only the root and its children. */
export function allCollapsed(tree: RunTree): TreeRows {
  const expanded = new Uint8Array(tree.runs.length);
  expanded[0] = 1;
  return visibleRows(tree, expanded);
}

export function withExpanded(tree: RunTree, before: TreeRows, node: number, isExpanded: boolean): TreeRows {
  if ((before.expanded[node] === 1) === isExpanded) return before;
  const expanded = before.expanded.slice();
  expanded[node] = isExpanded ? 1 : 0;
  const row = placeOf(before.rows, node);
  // Inside something collapsed nothing on screen changes.
  if (row < 0) return { expanded, rows: before.rows };
  const after = before.rows.subarray(lowerBound(before.rows, tree.end[node]!));
  const inside = new Int32Array(isExpanded ? tree.end[node]! - node - 1 : 0);
  const count = isExpanded ? collect(tree, expanded, node + 1, tree.end[node]!, inside, 0) : 0;
  const rows = new Int32Array(row + 1 + count + after.length);
  rows.set(before.rows.subarray(0, row + 1));
  rows.set(inside.subarray(0, count), row + 1);
  rows.set(after, row + 1 + count);
  return { expanded, rows };
}

/** Opens every ancestor of the nodes, so that each has a row. */
export function revealed(tree: RunTree, before: TreeRows, nodes: Iterable<number>): TreeRows {
  let expanded: Expanded | undefined;
  for (const node of nodes) {
    for (const ancestor of ancestorsOf(tree, node)) {
      if ((expanded ?? before.expanded)[ancestor] === 1) continue;
      expanded ??= before.expanded.slice();
      expanded[ancestor] = 1;
    }
  }
  return expanded ? visibleRows(tree, expanded) : before;
}

/** Everything in the subtree of `node`, itself included. */
export function withSubtreeExpanded(
  tree: RunTree,
  before: TreeRows,
  node: number,
  isExpanded: boolean,
): TreeRows {
  const expanded = before.expanded.slice();
  expanded.fill(isExpanded ? 1 : 0, node, tree.end[node]);
  return visibleRows(tree, expanded);
}

/** The same choices on a newer tree of the same trace; runs that are new start expanded. */
export function carriedOver(from: RunTree, before: TreeRows, to: RunTree): TreeRows {
  const expanded = new Uint8Array(to.runs.length).fill(1);
  to.runs.forEach((run, node) => {
    const old = from.nodeOf.get(run.id);
    if (old !== undefined) expanded[node] = before.expanded[old]!;
  });
  return visibleRows(to, expanded);
}

function collect(
  tree: RunTree,
  expanded: Expanded,
  from: number,
  to: number,
  into: Int32Array,
  at: number,
): number {
  let count = at;
  for (let node = from; node < to; node = expanded[node] === 1 ? node + 1 : tree.end[node]!)
    into[count++] = node;
  return count;
}
