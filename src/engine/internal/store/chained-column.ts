import { nextCapacity, widened } from './widened.ts';

/**
 * One code per row, with all rows of a code linked into a chain: the column and its index in one, in
 * three integers per row. Doubly linked, so that a row changes its code in constant time.
 */
export class ChainedColumn {
  /** Code per row; -1 = none. Replaced when the column grows: read it anew after writes. */
  codes: Int32Array = new Int32Array(0);
  private next: Int32Array = new Int32Array(0);
  private previous: Int32Array = new Int32Array(0);
  private heads: Int32Array = new Int32Array(0);
  private counts: Int32Array = new Int32Array(0);

  widen(rows: number): void {
    this.codes = widened(this.codes, rows, -1);
    this.next = widened(this.next, rows, -1);
    this.previous = widened(this.previous, rows, -1);
  }

  /** Number of rows that carry the code, hidden and deleted ones included. */
  count(code: number): number {
    return code < 0 ? 0 : (this.counts[code] ?? 0);
  }

  head(code: number): number {
    return code < 0 ? -1 : (this.heads[code] ?? -1);
  }

  following(row: number): number {
    return this.next[row]!;
  }

  set(row: number, code: number): void {
    if (this.codes[row] === code) return;
    this.unlink(row);
    this.codes[row] = code;
    if (code >= 0) this.link(row, code);
  }

  /** Rows of a code in no particular order, as they are now. */
  members(code: number): number[] {
    const rows: number[] = [];
    for (let row = this.head(code); row >= 0; row = this.next[row]!) rows.push(row);
    return rows;
  }

  private link(row: number, code: number): void {
    if (code >= this.heads.length) {
      const capacity = nextCapacity(this.heads.length, code + 1);
      this.heads = widened(this.heads, capacity, -1);
      this.counts = widened(this.counts, capacity);
    }
    const head = this.heads[code]!;
    this.next[row] = head;
    this.previous[row] = -1;
    if (head >= 0) this.previous[head] = row;
    this.heads[code] = row;
    this.counts[code]!++;
  }

  private unlink(row: number): void {
    const code = this.codes[row]!;
    if (code < 0) return;
    const next = this.next[row]!;
    const previous = this.previous[row]!;
    if (previous >= 0) this.next[previous] = next;
    else this.heads[code] = next;
    if (next >= 0) this.previous[next] = previous;
    this.counts[code]!--;
    this.next[row] = -1;
    this.previous[row] = -1;
  }
}
