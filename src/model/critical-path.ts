/**
 * What a trace was waiting for. Going back from the end of the root, the run that ended last is what
 * the parent waited for; before it started, the one that ended last before that; and the same inside
 * each of them. Runs that were overtaken by a slower neighbour are not on the path: making them
 * faster would not make the trace faster.
 */
import type { RunTree } from './run-tree.ts';
import type { Timeline } from './timeline.ts';

/** Clocks are read one after the other: a child's end is often a little after its parent's. */
const toleranceMs = 2;

/** One byte per node: 1 = on the path. */
export function criticalPath(tree: RunTree, timeline: Timeline): Uint8Array {
  const onPath = new Uint8Array(tree.runs.length);
  const open: { node: number; until: number }[] = [];
  if (tree.runs.length > 0) open.push({ node: 0, until: timeline.ends[0]! });
  while (open.length > 0) {
    const { node, until } = open.pop()!;
    onPath[node] = 1;
    open.push(...waitedFor(tree, timeline, node, until));
  }
  return onPath;
}

function waitedFor(tree: RunTree, timeline: Timeline, node: number, until: number) {
  const children = childrenByEnd(tree, timeline, node);
  const steps: { node: number; until: number }[] = [];
  let limit = until;
  for (const child of children) {
    const started = timeline.starts[child]!;
    // Ends after the limit: ran beside the step that is already on the path, or was left running behind.
    if (timeline.ends[child]! > limit + toleranceMs || started >= limit) continue;
    steps.push({ node: child, until: timeline.ends[child]! });
    limit = started;
  }
  return steps;
}

function childrenByEnd(tree: RunTree, timeline: Timeline, node: number): readonly number[] {
  const children: number[] = [];
  for (let child = node + 1; child < tree.end[node]!; child = tree.end[child]!) children.push(child);
  return children.toSorted((a, b) => timeline.ends[b]! - timeline.ends[a]! || b - a);
}
