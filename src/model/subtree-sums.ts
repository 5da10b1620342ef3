/**
 * Tokens, cost and errors of every run together with everything below it.
 *
 * v1 servers put the sum of the subtree on every run, v2 servers the run's own numbers (UNKNOWNS U34),
 * and nested model calls report the same tokens twice (a LangChain model around a wrapped client). So
 * a subtree is worth the larger of what its top run says and what its children are worth: right in all
 * three cases, and never counted twice. It is too small only where a run has tokens of its own
 * beside those of its children and the server does not add them up.
 */
import type { Run } from '../contract/run.ts';
import type { RunTree } from './run-tree.ts';

export interface SubtreeSums {
  /** NaN = nobody said. */
  readonly tokens: Float64Array;
  readonly promptTokens: Float64Array;
  readonly completionTokens: Float64Array;
  /** US dollars; NaN = nobody said. */
  readonly cost: Float64Array;
  /** Failed runs in the subtree, itself included. */
  readonly errors: Int32Array;
}

export function subtreeSums(tree: RunTree): SubtreeSums {
  const errors = new Int32Array(tree.runs.length);
  tree.runs.forEach((run, node) => {
    if (run.status === 'error') errors[node] = 1;
  });
  for (let node = errors.length - 1; node > 0; node--) errors[tree.parent[node]!]! += errors[node]!;
  return {
    tokens: rollUp(tree, (run) => run.totalTokens),
    promptTokens: rollUp(tree, (run) => run.promptTokens),
    completionTokens: rollUp(tree, (run) => run.completionTokens),
    cost: rollUp(tree, (run) => run.totalCost),
    errors,
  };
}

function rollUp(tree: RunTree, own: (run: Run) => number | undefined): Float64Array {
  const below = new Float64Array(tree.runs.length).fill(Number.NaN);
  // Children come after their parents, so going backwards each sum is complete when it is passed up.
  for (let node = below.length - 1; node >= 0; node--) {
    const worth = larger(own(tree.runs[node]!), below[node]!);
    below[node] = worth;
    const parent = tree.parent[node]!;
    if (parent >= 0) below[parent] = plus(below[parent]!, worth);
  }
  return below;
}

function larger(reported: number | undefined, summed: number): number {
  if (reported === undefined) return summed;
  return Number.isNaN(summed) ? reported : Math.max(reported, summed);
}

function plus(left: number, right: number): number {
  if (Number.isNaN(left)) return right;
  return Number.isNaN(right) ? left : left + right;
}
