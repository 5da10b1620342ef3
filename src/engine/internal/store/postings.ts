import { nextCapacity, widened } from './widened.ts';

const LEAST_WORTH_COMPACTING = 1 << 18;

/**
 * Rows with many terms each (tags, metadata pairs), readable from both sides without one object per
 * row or term: the terms of a row lie side by side, the rows of a term are chained.
 */
export class Postings {
  private from: Uint32Array = new Uint32Array(0);
  private lengths: Uint32Array = new Uint32Array(0);
  private terms: Int32Array = new Int32Array(0);
  /** Row of each occurrence; -1 = given up, because its row got other terms. */
  private rows: Int32Array = new Int32Array(0);
  private nextOfTerm: Int32Array = new Int32Array(0);
  private used = 0;
  private dead = 0;
  private heads: Int32Array = new Int32Array(0);
  private counts: Int32Array = new Int32Array(0);

  widen(rows: number): void {
    this.from = widened(this.from, rows);
    this.lengths = widened(this.lengths, rows);
  }

  /** Replaces the terms of a row. The same terms again cost no space. */
  set(row: number, terms: readonly number[]): void {
    if (this.equals(row, terms)) return;
    this.giveUp(row);
    if (this.dead > LEAST_WORTH_COMPACTING && this.dead > this.used / 2) this.compact();
    this.reserve(this.used + terms.length);
    this.from[row] = this.used;
    this.lengths[row] = terms.length;
    for (const term of terms) this.append(row, term);
  }

  of(row: number): Int32Array {
    const from = this.from[row]!;
    return this.terms.subarray(from, from + this.lengths[row]!);
  }

  has(row: number, term: number): boolean {
    const from = this.from[row]!;
    const to = from + this.lengths[row]!;
    for (let index = from; index < to; index++) if (this.terms[index] === term) return true;
    return false;
  }

  /** Whether some term of the row passes. */
  some(row: number, test: (term: number) => boolean): boolean {
    const from = this.from[row]!;
    const to = from + this.lengths[row]!;
    for (let index = from; index < to; index++) if (test(this.terms[index]!)) return true;
    return false;
  }

  count(term: number): number {
    return term < 0 ? 0 : (this.counts[term] ?? 0);
  }

  forEachRow(term: number, visit: (row: number) => void): void {
    for (let index = term < 0 ? -1 : (this.heads[term] ?? -1); index >= 0; index = this.nextOfTerm[index]!) {
      if (this.rows[index]! >= 0) visit(this.rows[index]!);
    }
  }

  private equals(row: number, terms: readonly number[]): boolean {
    if (this.lengths[row] !== terms.length) return false;
    const from = this.from[row]!;
    return terms.every((term, index) => this.terms[from + index] === term);
  }

  private giveUp(row: number): void {
    const from = this.from[row]!;
    const to = from + this.lengths[row]!;
    for (let index = from; index < to; index++) {
      this.counts[this.terms[index]!]!--;
      this.rows[index] = -1;
    }
    this.lengths[row] = 0;
    this.dead += to - from;
  }

  private compact(): void {
    const { from, lengths, terms } = this;
    const alive = this.used - this.dead;
    this.terms = new Int32Array(alive);
    this.rows = new Int32Array(alive);
    this.nextOfTerm = new Int32Array(alive);
    this.heads.fill(-1);
    this.counts.fill(0);
    this.used = 0;
    this.dead = 0;
    for (let row = 0; row < from.length; row++) {
      const old = from[row]!;
      from[row] = this.used;
      for (let index = old; index < old + lengths[row]!; index++) this.append(row, terms[index]!);
    }
  }

  private append(row: number, term: number): void {
    if (term >= this.heads.length) {
      const capacity = nextCapacity(this.heads.length, term + 1);
      this.heads = widened(this.heads, capacity, -1);
      this.counts = widened(this.counts, capacity);
    }
    const index = this.used++;
    this.terms[index] = term;
    this.rows[index] = row;
    this.nextOfTerm[index] = this.heads[term]!;
    this.heads[term] = index;
    this.counts[term]!++;
  }

  private reserve(occurrences: number): void {
    if (occurrences <= this.terms.length) return;
    const capacity = nextCapacity(this.terms.length, occurrences);
    this.terms = widened(this.terms, capacity);
    this.rows = widened(this.rows, capacity);
    this.nextOfTerm = widened(this.nextOfTerm, capacity);
  }
}
