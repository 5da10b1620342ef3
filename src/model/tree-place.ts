/**
 * Where a run stands in its trace, in words that fit other traces of the same application: the names and
 * types on the way down, and which of equally named siblings is meant.
 */
import type { RunTree } from './run-tree.ts';
import { firstChildOf, nextSiblingOf } from './tree-walk.ts';

interface PlaceStep {
  readonly name: string;
  readonly runType: string;
  /** Among siblings of the same name and type, from 0. */
  readonly nth: number;
}

/** From the child of the run that it starts at, down; empty: that run itself. */
export type TreePlace = readonly PlaceStep[];

function* childrenOf(tree: RunTree, parent: number): Iterable<number> {
  for (let at = firstChildOf(tree, parent); at >= 0; at = nextSiblingOf(tree, at)) yield at;
}

const alike = (tree: RunTree, parent: number, { name, runType }: Omit<PlaceStep, 'nth'>): readonly number[] =>
  [...childrenOf(tree, parent)].filter(
    (node) => tree.runs[node]!.name === name && tree.runs[node]!.runType === runType,
  );

/** Undefined when the node is not below `start`. */
export function placeOf(tree: RunTree, start: number, node: number): TreePlace | undefined {
  const steps: PlaceStep[] = [];
  let at = node;
  while (at !== start) {
    const parent = tree.parent[at] ?? -1;
    if (parent < 0) return undefined;
    const { name, runType } = tree.runs[at]!;
    steps.push({ name, runType, nth: alike(tree, parent, { name, runType }).indexOf(at) });
    at = parent;
  }
  return steps.toReversed();
}

/** The last of equally named siblings stands in where there are fewer; −1 when the way breaks off. */
export function nodeAt(tree: RunTree, start: number, place: TreePlace): number {
  let at = start;
  for (const step of place) {
    const nodes = alike(tree, at, step);
    const next = nodes[Math.min(step.nth, nodes.length - 1)];
    if (next === undefined) return -1;
    at = next;
  }
  return at;
}
