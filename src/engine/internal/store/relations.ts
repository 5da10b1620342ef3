import { LIVE } from './row-state.ts';
import type { RunTable } from './run-table.ts';
import type { Row } from './types.ts';

export function isLive(table: RunTable, row: Row): boolean {
  return table.state[row] === LIVE;
}

function isRoot(table: RunTable, row: Row): boolean {
  return table.parent.codes[row]! < 0;
}

/** In a larger trace it is quicker to ask for its name than to go through its runs. */
const LARGE_TRACE = 32;

/**
 * The live run without parent that a trace hangs on: the one the trace is named after, else the
 * earliest. Undefined while it has not arrived.
 */
export function rootOfTrace(table: RunTable, trace: number): Row | undefined {
  if (table.trace.count(trace) <= LARGE_TRACE) return searchedRoot(table, trace);
  const named = table.find(table.traces.word(trace));
  if (named !== undefined && isRootOf(table, named, trace)) return named;
  const { lastOrphan } = table;
  if (lastOrphan?.trace !== trace || lastOrphan.version !== table.version) {
    table.lastOrphan = { trace, version: table.version, root: searchedRoot(table, trace) };
  }
  return table.lastOrphan?.root;
}

function isRootOf({ state, parent, trace: traces }: RunTable, row: Row, trace: number): boolean {
  return state[row] === LIVE && parent.codes[row]! < 0 && traces.codes[row] === trace;
}

function searchedRoot(table: RunTable, trace: number): Row | undefined {
  const { start, ids, trace: traces } = table;
  const name = table.traces.word(trace);
  let root: Row | undefined;
  for (let row = traces.head(trace); row >= 0; row = traces.following(row)) {
    if (!isRootOf(table, row, trace)) continue;
    if (ids[row] === name) return row;
    if (root === undefined || start[row]! < start[root]!) root = row;
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
