/**
 * The window of a download in slices that stay inside the fast rate tier (CONTRACT §3: at most seven days,
 * and both ends given). Newest first, as the server lists. Slices share their bounds; who reads them skips
 * the rows of a bound that it has already (UNKNOWNS U19).
 */
import type { TimeWindow } from '../../contract/api.ts';

const DAY = 86_400_000;
export const WIDEST = 7 * DAY;

/**
 * `since`: where the project begins, for windows without a lower end. What lies before it is asked for as one
 * open slice, the last: imported runs may be older than their project. An open upper end reaches a day beyond
 * now, for runs of clocks that run ahead.
 */
export function slicesOf(
  { from, to }: TimeWindow,
  since: number | undefined,
  now: number,
): readonly TimeWindow[] {
  const end = to ?? now + DAY;
  const start = from ?? Math.min(since ?? end - WIDEST, end);
  const slices: TimeWindow[] = [];
  let upper = end;
  while (upper > start) {
    const lower = Math.max(start, upper - WIDEST);
    slices.push({ from: lower, to: upper });
    upper = lower;
  }
  if (from === undefined) slices.push({ to: upper });
  return slices;
}

/** The open slice of a window: asked for without a lower end, and so answered in the slow tier. */
export const isReachingBack = ({ from, to }: TimeWindow): boolean => from === undefined && to !== undefined;
