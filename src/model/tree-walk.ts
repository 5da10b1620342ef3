/** Neighbours of a node. All answer −1 when there is none. */
import type { RunTree } from './run-tree.ts';

export function parentOf(tree: RunTree, node: number): number {
  return tree.parent[node] ?? -1;
}

export function firstChildOf(tree: RunTree, node: number): number {
  return (tree.childCount[node] ?? 0) > 0 ? node + 1 : -1;
}

export function nextSiblingOf(tree: RunTree, node: number): number {
  const parent = parentOf(tree, node);
  const next = tree.end[node] ?? -1;
  return parent >= 0 && next < tree.end[parent]! ? next : -1;
}

export function previousSiblingOf(tree: RunTree, node: number): number {
  const parent = parentOf(tree, node);
  if (parent < 0 || node === parent + 1) return -1;
  // The node before is the last one inside the previous sibling; climb to the sibling itself.
  let at = node - 1;
  while (tree.parent[at] !== parent) at = tree.parent[at]!;
  return at;
}

/** Root first, the direct parent last. */
export function ancestorsOf(tree: RunTree, node: number): readonly number[] {
  const path: number[] = [];
  for (let at = parentOf(tree, node); at >= 0; at = tree.parent[at]!) path.push(at);
  return path.toReversed();
}

/** Place among the siblings, from 1, for aria-posinset. */
export function siblingPositions(tree: RunTree): Int32Array {
  const position = new Int32Array(tree.runs.length);
  const seen = new Int32Array(tree.runs.length);
  position[0] = 1;
  for (let node = 1; node < position.length; node++) position[node] = ++seen[tree.parent[node]!]!;
  return position;
}

export function nodesWhere(tree: RunTree, test: (node: number) => boolean): Int32Array {
  const found: number[] = [];
  for (let node = 0; node < tree.runs.length; node++) if (test(node)) found.push(node);
  return Int32Array.from(found);
}
