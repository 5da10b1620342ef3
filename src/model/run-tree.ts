/**
 * The runs of one trace as a tree in arrays: node n is the n-th run in pre-order, so a subtree is the
 * range n … end[n]−1 and every question of the trace page is arithmetic on integers.
 *
 * The tree always has exactly one root and holds every run that came in, whatever the data looks like:
 * runs arrive before their parents, parents are lost to sampling, clocks and ids are wrong (CONTRACT §5).
 * What had to be bent is written in `marks`, never hidden.
 */
import type { Run } from '../contract/run.ts';
import { orderSiblings } from './sibling-order.ts';
import { parentCandidates } from './parent-candidates.ts';

export interface RunTree {
  /** In pre-order. */
  readonly runs: readonly Run[];
  /** Node of the parent; −1 for the root. */
  readonly parent: Int32Array;
  readonly depth: Int32Array;
  /** One past the last node of the subtree. */
  readonly end: Int32Array;
  readonly childCount: Int32Array;
  /** Bits of `mark`. */
  readonly marks: Uint8Array;
  readonly nodeOf: ReadonlyMap<string, number>;
  /** Runs that came in a second time under the same id and were left out. */
  readonly duplicates: number;
}

export const mark = {
  /** The parent is not in the data; hung under the nearest known ancestor, or the root. */
  orphan: 1,
  /** The parents of this run lead back to itself. */
  loop: 2,
  /** Has no parent and is not the root of the trace. */
  secondRoot: 4,
  /** Not a run: stands where the root should be. */
  placeholder: 8,
} as const;

export function buildRunTree(traceId: string, incoming: readonly Run[]): RunTree {
  const { runs, indexOf, duplicates } = withoutDuplicates(incoming);
  const draft = rooted(traceId, runs, indexOf);
  const parents = attach(draft);
  breakLoops(parents, draft);
  return flatten(draft, parents, duplicates);
}

export function hasMark(tree: RunTree, node: number, bit: number): boolean {
  return ((tree.marks[node] ?? 0) & bit) !== 0;
}

interface Draft {
  readonly runs: readonly Run[];
  readonly root: number;
  readonly marks: Uint8Array;
  readonly indexOf: ReadonlyMap<string, number>;
}

/** The finished copy wins: ingestion retries and live reloads repeat runs (WIRE §4). */
function withoutDuplicates(incoming: readonly Run[]) {
  const indexOf = new Map<string, number>();
  const runs: Run[] = [];
  for (const run of incoming) {
    const at = indexOf.get(run.id);
    if (at === undefined) {
      indexOf.set(run.id, runs.length);
      runs.push(run);
    } else if (runs[at]!.endTime === undefined && run.endTime !== undefined) {
      runs[at] = run;
    }
  }
  return { runs, indexOf, duplicates: incoming.length - runs.length };
}

function rooted(traceId: string, runs: readonly Run[], indexOf: ReadonlyMap<string, number>): Draft {
  const root = indexOf.get(traceId) ?? runs.findIndex((run) => run.isRoot && run.parentId === undefined);
  if (root >= 0) return { runs, root, marks: new Uint8Array(runs.length), indexOf };
  const all = [...runs, placeholder(traceId, runs)];
  const marks = new Uint8Array(all.length);
  marks[runs.length] = mark.placeholder;
  return { runs: all, root: runs.length, marks, indexOf };
}

/** Spans what is known, so that the timeline keeps its extent. */
function placeholder(traceId: string, runs: readonly Run[]): Run {
  let startTime = Infinity;
  let endTime = -Infinity;
  for (const run of runs) {
    startTime = Math.min(startTime, run.startTime);
    endTime = Math.max(endTime, run.endTime ?? run.startTime);
  }
  return {
    id: traceId,
    traceId,
    projectId: runs[0]?.projectId ?? '',
    isRoot: true,
    name: 'Root run is missing',
    runType: 'chain',
    status: 'unknown',
    startTime: Number.isFinite(startTime) ? startTime : 0,
    endTime: Number.isFinite(endTime) ? endTime : 0,
    tags: [],
    feedback: {},
  };
}

/** Parent index per run, −1 for the root. */
function attach({ runs, root, marks, indexOf }: Draft): Int32Array {
  const parents = new Int32Array(runs.length);
  runs.forEach((run, index) => {
    if (index === root) {
      parents[index] = -1;
      return;
    }
    const direct = run.parentId === undefined ? undefined : indexOf.get(run.parentId);
    if (direct !== undefined) {
      parents[index] = direct;
      return;
    }
    const known = parentCandidates(run);
    marks[index]! |= known.length > 0 ? mark.orphan : mark.secondRoot;
    const nearest = known.find((id) => indexOf.has(id) && id !== run.id);
    parents[index] = nearest === undefined ? root : indexOf.get(nearest)!;
    // A parent named only by dotted_order or ancestors is still the parent.
    if (nearest !== undefined && nearest === known[0] && run.parentId === undefined)
      marks[index]! &= ~mark.orphan;
  });
  return parents;
}

/** Every chain of parents is walked once; a chain that bites itself is cut where it was entered. */
function breakLoops(parents: Int32Array, { root, marks }: Draft): void {
  const walk = new Int32Array(parents.length);
  const done = -1;
  walk[root] = done;
  for (let start = 0; start < parents.length; start++) {
    let at = start;
    while (walk[at] === 0) {
      walk[at] = start + 1;
      at = parents[at]!;
    }
    if (walk[at] === start + 1) {
      parents[at] = root;
      marks[at]! |= mark.loop;
    }
    for (let node = start; walk[node] === start + 1; node = parents[node]!) walk[node] = done;
  }
}

function flatten({ runs, root, marks }: Draft, parents: Int32Array, duplicates: number): RunTree {
  const size = runs.length;
  const children = orderSiblings(runs, parents);
  const tree = {
    runs: [] as Run[],
    parent: new Int32Array(size).fill(-1),
    depth: new Int32Array(size),
    end: new Int32Array(size),
    childCount: new Int32Array(size),
    marks: new Uint8Array(size),
    nodeOf: new Map<string, number>(),
    duplicates,
  };
  const newNode = new Int32Array(size);
  // An explicit stack: traces go deeper than the engine's call stack would like.
  const stack = [root];
  while (stack.length > 0) {
    const index = stack.pop()!;
    const node = tree.runs.length;
    const parent = index === root ? -1 : newNode[parents[index]!]!;
    newNode[index] = node;
    tree.runs.push(runs[index]!);
    tree.parent[node] = parent;
    tree.depth[node] = parent < 0 ? 0 : tree.depth[parent]! + 1;
    tree.marks[node] = marks[index]!;
    tree.nodeOf.set(runs[index]!.id, node);
    const from = children.first[index]!;
    const to = children.first[index + 1]!;
    tree.childCount[node] = to - from;
    for (let at = to - 1; at >= from; at--) stack.push(children.list[at]!);
  }
  for (let node = size - 1; node >= 0; node--) {
    tree.end[node] = Math.max(tree.end[node]!, node + 1);
    const parent = tree.parent[node]!;
    if (parent >= 0) tree.end[parent] = Math.max(tree.end[parent]!, tree.end[node]!);
  }
  return tree;
}
