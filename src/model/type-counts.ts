import type { RunTree } from './run-tree.ts';
import { hasMark, mark } from './run-tree.ts';

export interface TypeCount {
  readonly type: string;
  readonly count: number;
}

/** How many runs of each type the trace has, most frequent first. */
export function typeCounts(tree: RunTree): readonly TypeCount[] {
  const counts = new Map<string, number>();
  tree.runs.forEach((run, node) => {
    if (!hasMark(tree, node, mark.placeholder)) counts.set(run.runType, (counts.get(run.runType) ?? 0) + 1);
  });
  return [...counts]
    .map(([type, count]) => ({ type, count }))
    .toSorted((a, b) => b.count - a.count || (a.type < b.type ? -1 : 1));
}
