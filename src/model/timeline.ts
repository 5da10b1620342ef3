/**
 * When things happened, in milliseconds since the start of the trace. The extent covers what is known:
 * an unfinished run is open-ended at its right edge. Stretching it to the present would squash a
 * trace that hung last month into one pixel, so the clock only counts for traces that look alive.
 */
import type { Run } from '../contract/run.ts';
import type { RunTree } from './run-tree.ts';

export interface Timeline {
  /** Epoch milliseconds of offset 0. */
  readonly origin: number;
  readonly duration: number;
  /** Offsets. The end of an unfinished run is the end of the extent. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly isLive: boolean;
}

/** An unfinished run without news for this long is taken for dead when the extent is chosen. */
const aliveMs = 15 * 60_000;

export function timelineOf(tree: RunTree, now: number): Timeline {
  let origin = Infinity;
  let last = -Infinity;
  let newestOpen = -Infinity;
  for (const run of tree.runs) {
    origin = Math.min(origin, run.startTime);
    // An end may lie before its start; both belong to the trace.
    last = Math.max(last, run.startTime, run.endTime ?? run.startTime);
    if (run.endTime === undefined) newestOpen = Math.max(newestOpen, run.startTime);
  }
  if (tree.runs.length === 0) origin = last = now;
  const isLive = newestOpen > -Infinity && now >= last && now - last < aliveMs;
  if (isLive) last = now;
  const duration = Math.max(last - origin, 0);
  // Loops: typed arrays are filled ten times faster than made `from` a list of objects.
  const starts = new Float64Array(tree.runs.length);
  const ends = new Float64Array(tree.runs.length);
  tree.runs.forEach(({ startTime, endTime }, node) => {
    starts[node] = startTime - origin;
    ends[node] = endTime === undefined ? duration : Math.max(endTime, startTime) - origin;
  });
  return { origin, duration, starts, ends, isLive };
}

/** A stretch of the timeline that is drawn, in offsets. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

export function wholeSpan(timeline: Timeline): TimeSpan {
  return { from: 0, to: Math.max(timeline.duration, 1) };
}

/** The run with a little air on both sides, inside the extent. */
export function spanAround(timeline: Timeline, node: number): TimeSpan {
  const from = timeline.starts[node] ?? 0;
  const to = timeline.ends[node] ?? timeline.duration;
  const air = Math.max((to - from) * 0.05, 0.5);
  return { from: Math.max(0, from - air), to: Math.min(Math.max(timeline.duration, 1), to + air) };
}

/** Edges of a bar as shares of the span; may lie outside 0 … 1. */
export function barOf(timeline: Timeline, node: number, span: TimeSpan): TimeSpan {
  const width = span.to - span.from;
  return {
    from: (timeline.starts[node]! - span.from) / width,
    to: (timeline.ends[node]! - span.from) / width,
  };
}

export function endsBeforeStart(run: Run): boolean {
  return run.endTime !== undefined && run.endTime < run.startTime;
}

/** How a run sticks out of its parent; milliseconds. */
export interface Skew {
  readonly startsBefore: number;
  readonly endsAfter: number;
}

/** Below this, differences are rounding: SDKs print microseconds but measure milliseconds. */
const toleranceMs = 2;

/** Undefined when the run lies inside its parent. */
export function skewOf(tree: RunTree, node: number): Skew | undefined {
  const parent = tree.runs[tree.parent[node] ?? -1];
  const run = tree.runs[node];
  if (parent === undefined || run === undefined) return undefined;
  const startsBefore = Math.max(0, parent.startTime - run.startTime);
  const endsAfter =
    run.endTime === undefined || parent.endTime === undefined
      ? Math.max(0, run.startTime - (parent.endTime ?? Infinity))
      : Math.max(0, run.endTime - parent.endTime);
  return startsBefore > toleranceMs || endsAfter > toleranceMs ? { startsBefore, endsAfter } : undefined;
}
