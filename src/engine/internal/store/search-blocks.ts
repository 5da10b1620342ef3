import type { Item } from '../../../filter/flatten.ts';
import { searchText } from '../../../filter/search-text.ts';
import { errorTextOf } from './error-text.ts';
import type { PayloadItems } from './payload-items.ts';
import { LIVE } from './row-state.ts';
import type { RunTable } from './run-table.ts';
import type { Row } from './types.ts';

const ROWS_PER_BLOCK = 256;
/** Code units kept; beyond it the longest untouched blocks go and are made anew when needed. */
const MOST_KEPT = 400_000_000;

interface Block {
  /** Folded search texts of 256 rows, one after the other. */
  readonly text: string;
  /** Where each row begins; one more for the end. */
  readonly offsets: Uint32Array;
}

/**
 * Full text by scanning: the engine's indexOf goes through hundreds of megabytes of one long string in
 * the time an index of all parts of words would need to be loaded. Blocks are made on first use.
 */
export class SearchBlocks {
  private readonly blocks = new Map<number, Block>();
  private kept = 0;
  private readonly table: RunTable;
  private readonly payloads: PayloadItems;

  constructor(table: RunTable, payloads: PayloadItems) {
    this.table = table;
    this.payloads = payloads;
  }

  /** The row changed. */
  touch(row: Row): void {
    const block = this.blocks.get(Math.floor(row / ROWS_PER_BLOCK));
    if (!block) return;
    this.kept -= block.text.length;
    this.blocks.delete(Math.floor(row / ROWS_PER_BLOCK));
  }

  /** Whether the search text of a row contains a folded text. Scans block by block as rows are asked for. */
  containing(folded: string): (row: Row) => boolean {
    const hits: (Uint8Array | undefined)[] = [];
    return (row) => {
      const number = Math.floor(row / ROWS_PER_BLOCK);
      const ofBlock = (hits[number] ??= this.scan(number, folded));
      return ofBlock[row % ROWS_PER_BLOCK] === 1;
    };
  }

  private scan(number: number, folded: string): Uint8Array {
    const { text, offsets } = this.block(number);
    const hits = new Uint8Array(ROWS_PER_BLOCK);
    let place = 0;
    for (let at = text.indexOf(folded); at >= 0; at = text.indexOf(folded, offsets[place])) {
      while (offsets[place + 1]! <= at) place++;
      // A find that runs over the end of its row belongs to neither.
      if (at + folded.length <= offsets[place + 1]!) hits[place] = 1;
      place++;
      if (place >= ROWS_PER_BLOCK) break;
    }
    return hits;
  }

  private block(number: number): Block {
    const known = this.blocks.get(number);
    if (known) return known;
    const made = this.make(number);
    this.blocks.set(number, made);
    this.kept += made.text.length;
    for (const [oldest, block] of this.blocks) {
      if (this.kept <= MOST_KEPT || oldest === number) break;
      this.kept -= block.text.length;
      this.blocks.delete(oldest);
    }
    return made;
  }

  private make(number: number): Block {
    const offsets = new Uint32Array(ROWS_PER_BLOCK + 1);
    const texts: string[] = [];
    let length = 0;
    for (let place = 0; place < ROWS_PER_BLOCK; place++) {
      const text = this.textOf(number * ROWS_PER_BLOCK + place);
      texts.push(text);
      length += text.length;
      offsets[place + 1] = length;
    }
    return { text: texts.join(''), offsets };
  }

  private textOf(row: Row): string {
    const { table } = this;
    if (row >= table.count || table.state[row] !== LIVE) return '';
    return searchText({
      name: table.names.word(table.name.codes[row]!),
      error: errorTextOf(table, row),
      tags: Array.from(table.tags.of(row), (tag) => table.tagWords.word(tag)),
      inputs: this.payloads.flattened(row, 'inputs'),
      outputs: this.payloads.flattened(row, 'outputs'),
      metadata: metadataItems(table, row),
    });
  }
}

function metadataItems(table: RunTable, row: Row): readonly Item[] {
  return Array.from(table.metadata.postings.of(row), (pair) => ({
    path: table.metadata.path(pair),
    value: table.metadata.value(pair),
  }));
}
