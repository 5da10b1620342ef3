import { ChainedColumn } from './chained-column.ts';
import { Dictionary } from './dictionary.ts';
import { PairIndex } from './pair-index.ts';
import { Postings } from './postings.ts';
import { SHELL } from './row-state.ts';
import { TextArena } from './text-arena.ts';
import type { Row } from './types.ts';
import type { PartialUsage } from './usage.ts';
import { nextCapacity, widened } from './widened.ts';

/** Long fields, kept as JSON text. */
export const TEXT_FIELDS = ['inputs', 'outputs', 'extra', 'events', 'serialized', 'error', 'other'] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

const LEAST_WORTH_COMPACTING = 64_000_000;

/**
 * The columns. A cell means nothing where its bit in `present` is missing. Columns are replaced when
 * the table grows, so whoever holds one must not keep it across writes.
 */
export class RunTable {
  capacity = 0;
  /** Rows ever made, shells and deleted ones included. */
  count = 0;
  readonly ids: string[] = [];
  private readonly rowById = new Map<string, Row>();

  state: Uint8Array = new Uint8Array(0);
  status: Uint8Array = new Uint8Array(0);
  /** One bit per field (merge-rule.ts): has a value; has it from an update. */
  present: Uint32Array = new Uint32Array(0);
  fromUpdate: Uint32Array = new Uint32Array(0);
  /** Epoch milliseconds; NaN = unknown. */
  start: Float64Array = new Float64Array(0);
  end: Float64Array = new Float64Array(0);
  firstToken: Float64Array = new Float64Array(0);
  /** What an operation said outright, one of the codes of row-state.ts; 255 = nothing. */
  saidStatus: Uint8Array = new Uint8Array(0);
  /** 1 when the trace was concluded from the parent because no operation named it. */
  traceConcluded: Uint8Array = new Uint8Array(0);
  runType: Int32Array = new Int32Array(0);
  dataset: Int32Array = new Int32Array(0);

  readonly name = new ChainedColumn();
  readonly project = new ChainedColumn();
  /** The code of a parent is its row: a parent that has not arrived is a shell. */
  readonly parent = new ChainedColumn();
  readonly trace = new ChainedColumn();
  /** The run's own thread; children without one belong to the thread of their root (relations.ts). */
  readonly thread = new ChainedColumn();
  readonly example = new ChainedColumn();

  readonly names = new Dictionary();
  readonly runTypes = new Dictionary();
  readonly projects = new Dictionary();
  readonly traces = new Dictionary();
  readonly threads = new Dictionary();
  readonly examples = new Dictionary();
  readonly datasets = new Dictionary();
  readonly tagWords = new Dictionary();

  readonly tags = new Postings();
  readonly metadata = new PairIndex();

  /** Counts writes and deletions, for whoever remembers an answer. */
  version = 0;
  /** The last large trace that hangs on no run of its name (relations.ts), which readers ask row by row. */
  lastOrphan:
    | { readonly trace: number; readonly version: number; readonly root: Row | undefined }
    | undefined;

  arena = new TextArena();
  /** Numbers of texts in the arena, 0 = none. */
  readonly texts: Record<TextField, Uint32Array>;

  /** What a run says about its own use, by source (usage.ts); few runs say anything. */
  readonly usageInMetadata = new Map<Row, PartialUsage>();
  readonly usageInOutputs = new Map<Row, PartialUsage>();
  /** Totals of a run that came complete from a server: they include the children's. */
  readonly givenTotals = new Map<Row, PartialUsage>();
  /** Only where the given one is not what lineage.ts would print. */
  readonly oddDottedOrder = new Map<Row, string>();

  private readonly chained = [this.name, this.project, this.parent, this.trace, this.thread, this.example];

  constructor() {
    const empty = () => new Uint32Array(0);
    this.texts = {
      inputs: empty(),
      outputs: empty(),
      extra: empty(),
      events: empty(),
      serialized: empty(),
      error: empty(),
      other: empty(),
    };
  }

  find(id: string): Row | undefined {
    return this.rowById.get(id);
  }

  /** The row of an id, made as a shell if it is new. */
  intern(id: string): Row {
    const known = this.rowById.get(id);
    if (known !== undefined) return known;
    const row = this.count++;
    if (row >= this.capacity) this.widen(nextCapacity(this.capacity, row + 1));
    this.ids.push(id);
    this.rowById.set(id, row);
    this.state[row] = SHELL;
    return row;
  }

  text(row: Row, field: TextField): string | undefined {
    const reference = this.texts[field][row]!;
    return reference === 0 ? undefined : this.arena.get(reference);
  }

  setText(row: Row, field: TextField, text: string): void {
    this.arena.release(this.texts[field][row]!);
    // Every run of a LangChain component carries the same manifest.
    this.texts[field][row] = field === 'serialized' ? this.arena.putShared(text) : this.arena.put(text);
    if (this.arena.dead > LEAST_WORTH_COMPACTING && this.arena.dead > this.arena.live) this.compactTexts();
  }

  /** Updates and deletions leave dead texts behind; those alive move into a new arena. */
  private compactTexts(): void {
    const old = this.arena;
    this.arena = new TextArena();
    for (const field of TEXT_FIELDS) {
      const column = this.texts[field];
      for (let row = 0; row < this.count; row++) {
        if (column[row] === 0) continue;
        const text = old.get(column[row]!);
        column[row] = field === 'serialized' ? this.arena.putShared(text) : this.arena.put(text);
      }
    }
  }

  private widen(rows: number): void {
    this.state = widened(this.state, rows);
    this.status = widened(this.status, rows);
    this.saidStatus = widened(this.saidStatus, rows, 255);
    this.present = widened(this.present, rows);
    this.fromUpdate = widened(this.fromUpdate, rows);
    this.start = widened(this.start, rows, NaN);
    this.end = widened(this.end, rows, NaN);
    this.firstToken = widened(this.firstToken, rows, NaN);
    this.traceConcluded = widened(this.traceConcluded, rows);
    this.runType = widened(this.runType, rows, -1);
    this.dataset = widened(this.dataset, rows, -1);
    for (const column of this.chained) column.widen(rows);
    for (const field of TEXT_FIELDS) this.texts[field] = widened(this.texts[field], rows);
    this.tags.widen(rows);
    this.metadata.widen(rows);
    this.capacity = rows;
  }
}
