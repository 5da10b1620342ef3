import { LIVE } from './row-state.ts';
import type { RunTable } from './run-table.ts';
import type { Keyset, Row } from './types.ts';

const ABSENT = 0;
const SORTED = 1;
const WAITING = 2;

/**
 * Live rows by (start time, id), ascending. Runs mostly arrive in order, so the sorted part is kept and
 * newcomers wait in a short tail that is merged in when somebody reads; rows that moved or were deleted
 * are swept out first.
 */
export class TimeOrder {
  private sorted: Int32Array = new Int32Array(0);
  private length = 0;
  private tail: Row[] = [];
  private places: Uint8Array = new Uint8Array(0);
  private stale = false;
  private readonly table: RunTable;

  constructor(table: RunTable) {
    this.table = table;
  }

  /** The row became visible, or its start time changed. */
  add(row: Row): void {
    this.reservePlaces(row);
    if (this.places[row] === WAITING) return;
    if (this.places[row] === SORTED) this.stale = true;
    this.places[row] = WAITING;
    this.tail.push(row);
  }

  /** The row is no longer visible. */
  remove(row: Row): void {
    this.reservePlaces(row);
    if (this.places[row] === SORTED) this.stale = true;
    this.places[row] = ABSENT;
  }

  /** Valid until the next write. */
  read(): Int32Array {
    if (this.stale) this.sweep();
    if (this.tail.length > 0) this.mergeTail();
    return this.sorted.subarray(0, this.length);
  }

  /** Index of the first row that does not come before the position. */
  lowerBound(position: Keyset): number {
    const rows = this.read();
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.isBefore(rows[middle]!, position)) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  readonly compare = (a: Row, b: Row): number => {
    const { start, ids } = this.table;
    const difference = start[a]! - start[b]!;
    if (difference !== 0) return difference;
    return ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : 0;
  };

  private isBefore(row: Row, position: Keyset): boolean {
    const time = this.table.start[row]!;
    return time < position.startTime || (time === position.startTime && this.table.ids[row]! < position.id);
  }

  private sweep(): void {
    let kept = 0;
    for (let index = 0; index < this.length; index++) {
      const row = this.sorted[index]!;
      if (this.places[row] === SORTED) this.sorted[kept++] = row;
    }
    this.length = kept;
    this.stale = false;
  }

  private mergeTail(): void {
    const tail = this.liveTail();
    const total = this.length + tail.length;
    if (total > this.sorted.length) {
      const wider = new Int32Array(Math.max(total, this.sorted.length * 2));
      wider.set(this.sorted.subarray(0, this.length));
      this.sorted = wider;
    }
    // From the back: whatever is older than the oldest newcomer is never touched.
    let read = this.length - 1;
    let write = total - 1;
    for (let next = tail.length - 1; next >= 0; write--) {
      const newcomer = tail[next]!;
      if (read >= 0 && this.compare(this.sorted[read]!, newcomer) > 0) {
        this.sorted[write] = this.sorted[read--]!;
      } else {
        this.sorted[write] = newcomer;
        next--;
      }
    }
    this.length = total;
    this.tail = [];
  }

  private liveTail(): Int32Array {
    const { state, start, ids } = this.table;
    const waiting = this.tail.filter((row) => this.places[row] === WAITING && state[row] === LIVE);
    for (const row of waiting) this.places[row] = SORTED;
    // A row that left and came back while waiting stands in the tail twice.
    const rows = Int32Array.from(new Set(waiting));
    const isSorted = rows.every(
      (row, index) =>
        index === 0 ||
        start[rows[index - 1]!]! < start[row]! ||
        (start[rows[index - 1]!] === start[row] && ids[rows[index - 1]!]! < ids[row]!),
    );
    return isSorted ? rows : rows.toSorted(this.compare);
  }

  private reservePlaces(row: Row): void {
    if (row < this.places.length) return;
    const wider = new Uint8Array(Math.max(this.table.capacity, row + 1));
    wider.set(this.places);
    this.places = wider;
  }
}
