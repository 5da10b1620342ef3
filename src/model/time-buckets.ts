/**
 * A stretch of time cut into pieces of one round width. Edges lie on the clock of the person, not on UTC:
 * a day begins at midnight where they are, also on the days on which the clock is changed.
 */
import type { TimeSpan } from './timeline.ts';

export interface TimeBuckets {
  /** Milliseconds. A day on which the clock is changed is an hour shorter or longer. */
  readonly width: number;
  /** Ascending; one more than there are buckets. The outer two may lie outside the span. */
  readonly edges: readonly number[];
}

/** Minutes east of UTC at a time, as in `-new Date(time).getTimezoneOffset()`. */
export type ZoneOffset = (time: number) => number;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Only what divides the next larger unit, so that edges fall on full minutes, hours and days. */
const WIDTHS: readonly number[] = [
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 4, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14, 28].map((n) => n * DAY),
];

/** The finest round width that needs at most `most` buckets; beyond the list, whole multiples of its last. */
export function bucketWidth(span: TimeSpan, most: number): number {
  const length = Math.max(0, span.to - span.from);
  // One bucket may be lost at each end to the alignment of the edges.
  const atLeast = length / Math.max(1, most - 1);
  const last = WIDTHS.at(-1)!;
  return WIDTHS.find((width) => width >= atLeast) ?? Math.ceil(atLeast / last) * last;
}

export function timeBuckets(span: TimeSpan, most: number, offsetAt: ZoneOffset): TimeBuckets {
  const width = bucketWidth(span, most);
  const local = span.from + offsetAt(span.from) * MINUTE;
  // Weeks begin on Monday; the clock's own first day was a Thursday.
  const origin = width % (7 * DAY) === 0 ? 4 * DAY : 0;
  const first = Math.floor((local - origin) / width) * width + origin;
  const edges: number[] = [];
  for (let step = 0; edges.length === 0 || edges.at(-1)! < span.to || edges.length < 2; step++) {
    edges.push(fromLocal(first + step * width, offsetAt));
  }
  return { width, edges };
}

/** The offset is asked for at the local time taken for UTC, then once more at what comes out of it. */
function fromLocal(local: number, offsetAt: ZoneOffset): number {
  const guess = local - offsetAt(local) * MINUTE;
  return local - offsetAt(guess) * MINUTE;
}

/** Undefined outside of all buckets. */
export function bucketAt({ edges }: TimeBuckets, time: number): number | undefined {
  if (!(time >= edges[0]!) || time >= edges.at(-1)!) return undefined;
  let low = 0;
  let high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (edges[middle]! <= time) low = middle;
    else high = middle;
  }
  return low;
}
