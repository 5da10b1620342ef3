import { LIVE } from './row-state.ts';
import type { RunTable } from './run-table.ts';
import type { Row } from './types.ts';

export function isLive(table: RunTable, row: Row): boolean {
  return table.state[row] === LIVE;
}

export function isRoot(table: RunTable, row: Row): boolean {
  return table.parent.codes[row]! < 0;
}

/**
 * The live run without parent that a trace hangs on: the one the trace is named after, else the
 * earliest. Undefined while it has not arrived. Called once per trace and query, so it is looked up, not
 * maintained.
 */
export function rootOfTrace(table: RunTable, trace: number): Row | undefined {
  const { parent, start, state, ids, trace: traceColumn } = table;
  let root: Row | undefined;
  for (let row = traceColumn.head(trace); row >= 0; row = traceColumn.following(row)) {
    if (state[row] !== LIVE || parent.codes[row]! >= 0) continue;
    if (root === undefined) root = row;
    else if (ids[root] === table.traces.word(trace)) return root;
    else if (ids[row] === table.traces.word(trace) || start[row]! < start[root]!) root = row;
  }
  return root;
}

/** Code of the thread a run belongs to: its own, else that of the root of its trace. -1 = none. */
export function threadCodeOf(table: RunTable, row: Row): number {
  const own = table.thread.codes[row]!;
  if (own >= 0 || isRoot(table, row)) return own;
  const root = rootOfTrace(table, table.trace.codes[row]!);
  return root === undefined ? -1 : table.thread.codes[root]!;
}
