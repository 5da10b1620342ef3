import { flatten, type Item } from '../../../filter/flatten.ts';
import type { JsonValue } from '../../../contract/run.ts';
import type { RunTable } from './run-table.ts';
import type { Row } from './types.ts';

/** Flattened payloads are many times larger than their text, so only the latest asked are kept. */
const MOST_KEPT = 20_000;

/** Key and value pairs of inputs and outputs, made when a filter asks. */
export class PayloadItems {
  private readonly kept = {
    inputs: new Map<Row, readonly Item[]>(),
    outputs: new Map<Row, readonly Item[]>(),
  };
  private readonly table: RunTable;

  constructor(table: RunTable) {
    this.table = table;
  }

  of(row: Row, field: 'inputs' | 'outputs'): readonly Item[] {
    const kept = this.kept[field];
    const known = kept.get(row);
    if (known) return known;
    const items = this.flattened(row, field);
    if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
    kept.set(row, items);
    return items;
  }

  /** For one pass over everything, which would only push out what is worth keeping. */
  flattened(row: Row, field: 'inputs' | 'outputs'): readonly Item[] {
    const text = this.table.text(row, field);
    return text === undefined ? [] : flatten(JSON.parse(text) as JsonValue);
  }

  forget(row: Row): void {
    this.kept.inputs.delete(row);
    this.kept.outputs.delete(row);
  }
}
