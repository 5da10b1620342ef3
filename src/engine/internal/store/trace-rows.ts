import { dottedOrderOf } from './lineage.ts';
import { isLive } from './relations.ts';
import type { Rollup } from './rollup.ts';
import type { RunTable } from './run-table.ts';
import { LIVE } from './row-state.ts';
import type { Row, Usage } from './types.ts';
import { sumUsage } from './usage-sums.ts';

/** Tree pre-order: a dotted_order begins with its parent's, and siblings differ by time first. */
export function traceRows(table: RunTable, traceId: string): readonly Row[] {
  return liveRows(table, traceId)
    .map((row) => ({ row, place: dottedOrderOf(table, row) }))
    .toSorted((a, b) => (a.place < b.place ? -1 : a.place > b.place ? 1 : 0))
    .map(({ row }) => row);
}

/** Over all runs, so that a trace whose root is missing still has sums. */
export function traceUsage(
  table: RunTable,
  rollup: Rollup,
  traceId: string,
): Usage & { readonly first_token_time: number | null } {
  const rows = liveRows(table, traceId);
  rollup.settleTrace(table.traces.find(traceId));
  const tops = rows.filter((row) => !hasLiveAncestor(table, row));
  const first = tops.reduce((earliest, row) => {
    const time = rollup.firstToken[row]!;
    return Number.isNaN(time) ? earliest : Math.min(earliest, time);
  }, Infinity);
  return {
    ...sumUsage(tops.map((row) => rollup.subtree(row, true))),
    first_token_time: first === Infinity ? null : first,
  };
}

function liveRows(table: RunTable, traceId: string): Row[] {
  return table.trace.members(table.traces.find(traceId)).filter((row) => isLive(table, row));
}

function hasLiveAncestor({ parent, trace, state }: RunTable, row: Row): boolean {
  for (let at = parent.codes[row]!; at >= 0 && trace.codes[at] === trace.codes[row]; at = parent.codes[at]!) {
    if (state[at] === LIVE) return true;
  }
  return false;
}
