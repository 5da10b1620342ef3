/** Everything the page derives from the runs of a trace, computed once per answer of the server. */
import type { Run } from '../../contract/run.ts';
import { buildRunTree, type RunTree } from '../../model/run-tree.ts';
import { subtreeSums, type SubtreeSums } from '../../model/subtree-sums.ts';
import { timelineOf, type Timeline } from '../../model/timeline.ts';
import { treeSearch, type TreeSearch } from '../../model/tree-search.ts';
import { nodesWhere, siblingPositions } from '../../model/tree-walk.ts';

export interface TraceModel {
  readonly tree: RunTree;
  readonly timeline: Timeline;
  readonly sums: SubtreeSums;
  /** Place among the siblings, from 1. */
  readonly positions: Int32Array;
  /** Failed runs, in order. */
  readonly errors: Int32Array;
  readonly search: TreeSearch;
}

export function traceModel(traceId: string, runs: readonly Run[], now: number): TraceModel {
  const tree = buildRunTree(traceId, runs);
  return {
    tree,
    timeline: timelineOf(tree, now),
    sums: subtreeSums(tree),
    positions: siblingPositions(tree),
    errors: nodesWhere(tree, (node) => tree.runs[node]!.status === 'error'),
    search: treeSearch(tree),
  };
}
