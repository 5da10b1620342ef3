import { printSegment, readDottedOrder } from './dotted-order.ts';
import { isPresent, type Operation, take } from './merge-rule.ts';
import type { RunTable } from './run-table.ts';
import type { Row, RunWrite } from './types.ts';

/**
 * Parent, trace and dotted_order of a run. Runs posted one by one may name neither trace nor
 * dotted_order (WIRE §6): both are then concluded from the parent, also when the parent comes later.
 * `before` is the given dotted_order as it was before anything of the operation was written.
 */
export function writeLineage(
  table: RunTable,
  row: Row,
  operation: Operation,
  run: RunWrite,
  before: string | undefined,
): void {
  const dotted = take(table, row, operation, run, 'dotted_order', nonEmpty);
  const parent = take(table, row, operation, run, 'parent_run_id', nonEmpty);
  const trace = take(table, row, operation, run, 'trace_id', nonEmpty);
  const levels = dotted === undefined ? [] : readDottedOrder(dotted);
  const concludedParent = isPresent(table, row, 'parent_run_id') ? undefined : levels.at(-2)?.id;
  hang(table, row, parent ?? concludedParent);
  setTrace(table, row, trace ?? (isPresent(table, row, 'trace_id') ? undefined : levels[0]?.id));
  if (Number.isNaN(table.start[row]!)) table.start[row] = levels.at(-1)?.time ?? NaN;
  keepDottedOrder(table, row, before, dotted ?? before);
}

export function givenDottedOrder(table: RunTable, row: Row): string | undefined {
  return isPresent(table, row, 'dotted_order') ? dottedOrderOf(table, row) : undefined;
}

export function dottedOrderOf(table: RunTable, row: Row): string {
  const { start, parent, ids, oddDottedOrder } = table;
  const segments: string[] = [];
  let time = start[row]!;
  for (let at = row; at >= 0; at = parent.codes[at]!) {
    const odd = oddDottedOrder.get(at);
    if (odd !== undefined) {
      segments.push(odd);
      break;
    }
    // An ancestor that never arrived has no time of its own; its child's keeps the order sortable.
    if (!Number.isNaN(start[at]!)) time = start[at]!;
    segments.push(printSegment(time, ids[at]!));
  }
  return segments.toReversed().join('.');
}

/** Root first. */
export function ancestorIdsOf(table: RunTable, row: Row): readonly string[] {
  const near: string[] = [];
  for (let at = row; at >= 0; at = table.parent.codes[at]!) {
    if (at !== row) near.push(table.ids[at]!);
    // It may name ancestors that live elsewhere.
    const odd = table.oddDottedOrder.get(at);
    if (odd !== undefined) {
      const far = readDottedOrder(odd).slice(0, -1);
      return [...far.map(({ id }) => id), ...near.toReversed()];
    }
  }
  return near.toReversed();
}

function nonEmpty(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function hang(table: RunTable, row: Row, parentId: string | undefined): void {
  if (parentId === undefined || parentId === table.ids[row]) return;
  const parent = table.intern(parentId);
  // Ids come from strangers: a circle of parents would never end.
  for (let at = parent; at >= 0; at = table.parent.codes[at]!) if (at === row) return;
  table.parent.set(row, parent);
}

function setTrace(table: RunTable, row: Row, traceId: string | undefined): void {
  if (traceId !== undefined) {
    table.traceConcluded[row] = 0;
    moveToTrace(table, row, table.traces.code(traceId));
  } else if (table.trace.codes[row]! < 0 || table.traceConcluded[row] === 1) {
    table.traceConcluded[row] = 1;
    moveToTrace(table, row, concludedTrace(table, row));
  }
}

function concludedTrace(table: RunTable, row: Row): number {
  const parent = table.parent.codes[row]!;
  if (parent < 0) return table.traces.code(table.ids[row]!);
  if (table.trace.codes[parent]! < 0) setTrace(table, parent, undefined);
  return table.trace.codes[parent]!;
}

/** Takes the children along whose trace was concluded from this row. */
function moveToTrace(table: RunTable, first: Row, trace: number): void {
  const waiting = [first];
  for (let row = waiting.pop(); row !== undefined; row = waiting.pop()) {
    if (table.trace.codes[row] === trace) continue;
    table.trace.set(row, trace);
    for (const child of table.parent.members(row)) if (table.traceConcluded[child] === 1) waiting.push(child);
  }
}

/**
 * A dotted_order is about sixty characters per level and nearly always says what start time, id and
 * parent say already; only the odd ones are kept.
 */
function keepDottedOrder(
  table: RunTable,
  row: Row,
  before: string | undefined,
  wanted: string | undefined,
): void {
  if (wanted === undefined) return;
  if (before !== undefined && before !== wanted) freezeChildren(table, row, before);
  const parent = table.parent.codes[row]!;
  // What a parent without a given one would print may still change.
  const steady = parent < 0 || isPresent(table, parent, 'dotted_order');
  table.oddDottedOrder.delete(row);
  if (!steady || dottedOrderOf(table, row) !== wanted) table.oddDottedOrder.set(row, wanted);
}

/** Children printed theirs from the parent's old one. */
function freezeChildren(table: RunTable, parent: Row, prefix: string): void {
  for (const child of table.parent.members(parent)) {
    if (!isPresent(table, child, 'dotted_order') || table.oddDottedOrder.has(child)) continue;
    table.oddDottedOrder.set(child, `${prefix}.${printSegment(table.start[child]!, table.ids[child]!)}`);
  }
}
