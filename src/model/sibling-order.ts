/**
 * Children of every run as one array and offsets into it (compressed rows), each list in order.
 *
 * Siblings go by the last part of dotted_order (its time and id), then by start time. Beyond 999 runs
 * in one millisecond the JavaScript SDK's order is wrong (WIRE §3); nothing better is on the wire.
 * Lists that are in order already, the normal case, are not sorted.
 */
import type { Run } from '../contract/run.ts';

export interface Children {
  /** Children of run i: list[first[i]] … list[first[i + 1] − 1]. */
  readonly first: Int32Array;
  readonly list: Int32Array;
}

export function orderSiblings(runs: readonly Run[], parents: Int32Array): Children {
  const first = new Int32Array(runs.length + 1);
  for (const parent of parents) if (parent >= 0) first[parent + 1]!++;
  for (let i = 0; i < runs.length; i++) first[i + 1]! += first[i]!;
  const list = new Int32Array(first[runs.length]!);
  const filled = first.slice();
  parents.forEach((parent, index) => {
    if (parent >= 0) list[filled[parent]!++] = index;
  });
  const compare = comparator(runs);
  for (let i = 0; i < runs.length; i++) {
    const siblings = list.subarray(first[i]!, first[i + 1]!);
    if (!inOrder(siblings, compare)) siblings.sort(compare);
  }
  return { first, list };
}

function inOrder(list: Int32Array, compare: (a: number, b: number) => number): boolean {
  for (let i = 1; i < list.length; i++) if (compare(list[i - 1]!, list[i]!) > 0) return false;
  return true;
}

function comparator(runs: readonly Run[]) {
  const keys = runs.map((run) => lastPart(run.dottedOrder));
  return (a: number, b: number): number => {
    const left = keys[a]!;
    const right = keys[b]!;
    if (left !== '' && right !== '' && left !== right) return left < right ? -1 : 1;
    return runs[a]!.startTime - runs[b]!.startTime || a - b;
  };
}

function lastPart(dottedOrder: string | undefined): string {
  if (dottedOrder === undefined) return '';
  const end = dottedOrder.endsWith('.') ? dottedOrder.length - 1 : dottedOrder.length;
  return dottedOrder.slice(dottedOrder.lastIndexOf('.', end - 1) + 1, end);
}
