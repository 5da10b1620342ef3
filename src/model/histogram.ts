/** Loaded runs by the time they started, and how much of the time they speak for. */
import { NO_RUNS, runNumbers, type CountedRun, type RunNumbers } from './run-numbers.ts';
import { bucketAt, type TimeBuckets } from './time-buckets.ts';
import type { TimeSpan } from './timeline.ts';

export function histogramOf(
  rows: readonly CountedRun[],
  buckets: TimeBuckets,
  isSubtree: boolean,
): readonly RunNumbers[] {
  const members = Array.from({ length: buckets.edges.length - 1 }, (): CountedRun[] => []);
  for (const row of rows) {
    const index = bucketAt(buckets, row.run.startTime);
    if (index !== undefined) members[index]!.push(row);
  }
  return members.map((inside) => (inside.length === 0 ? NO_RUNS : runNumbers(inside, isSubtree)));
}

export interface LoadedPart {
  /** What was asked for. */
  readonly span: TimeSpan;
  readonly rows: readonly CountedRun[];
  readonly order: 'asc' | 'desc';
  /** Rows of the span are missing after the last one. */
  readonly isCut: boolean;
}

/**
 * The stretch in which every run is loaded: pages come in order of start time, so it reaches from the
 * beginning of the list to its last row. Undefined when there is none.
 */
export function coveredSpan({ span, rows, order, isCut }: LoadedPart): TimeSpan | undefined {
  if (!isCut) return span;
  const last = rows.at(-1)?.run.startTime;
  if (last === undefined) return undefined;
  const edge = Math.min(span.to, Math.max(span.from, last));
  const covered = order === 'desc' ? { from: edge, to: span.to } : { from: span.from, to: edge };
  return covered.to > covered.from ? covered : undefined;
}

/** How many of the milliseconds of `span` are in one of the parts. */
export function coveredLength(span: TimeSpan, parts: readonly TimeSpan[]): number {
  let length = 0;
  let reached = span.from;
  for (const { from, to } of parts.toSorted((a, b) => a.from - b.from)) {
    const start = Math.max(reached, from);
    const end = Math.min(span.to, to);
    if (end <= start) continue;
    length += end - start;
    reached = end;
  }
  return length;
}

export type Coverage = 'all' | 'part' | 'none';

/** Of each bucket, as far as it lies inside `span`: the outer ones stick out of it. */
export function bucketCoverage(
  { edges }: TimeBuckets,
  span: TimeSpan,
  parts: readonly TimeSpan[],
): readonly Coverage[] {
  return edges.slice(1).map((edge, index) => {
    const piece = { from: Math.max(span.from, edges[index]!), to: Math.min(span.to, edge) };
    const length = Math.max(0, piece.to - piece.from);
    const covered = coveredLength(piece, parts);
    if (covered >= length) return 'all';
    return covered > 0 ? 'part' : 'none';
  });
}
