import { TEXT_FIELDS, type RunTable } from './run-table.ts';
import type { Row } from './types.ts';

/** Forgets what a deleted run said. Its place in the tree stays, because children may live on. */
export function clearContents(table: RunTable, row: Row): void {
  for (const field of TEXT_FIELDS) {
    table.arena.release(table.texts[field][row]!);
    table.texts[field][row] = 0;
  }
  for (const column of [table.name, table.project, table.thread, table.example]) column.set(row, -1);
  table.tags.set(row, []);
  table.metadata.set(row, []);
  table.runType[row] = -1;
  table.dataset[row] = -1;
  table.end[row] = NaN;
  table.firstToken[row] = NaN;
  table.saidStatus[row] = 255;
  for (const usage of [table.usageInMetadata, table.usageInOutputs, table.givenTotals]) usage.delete(row);
}

/** Before a create brings a deleted run back. */
export function clearLineage(table: RunTable, row: Row): void {
  table.present[row] = 0;
  table.fromUpdate[row] = 0;
  table.start[row] = NaN;
  table.parent.set(row, -1);
  table.traceConcluded[row] = 0;
  table.trace.set(row, -1);
  table.oddDottedOrder.delete(row);
}
