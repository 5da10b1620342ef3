/** Windows and days of exports. Times are epoch milliseconds, days are UTC (CONTRACT §12.2-12.4). */

export interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** A scheduled export starts so long after its window has ended. */
const SCHEDULE_DELAY = 10 * 60_000;

export interface ScheduledWindow extends Span {
  /** When the export of this window starts. */
  readonly startsAt: number;
}

/** The next `count` windows of a schedule that have not started yet: consecutive, `hours` long, from `start`. */
export function comingWindows(
  start: number,
  hours: number,
  now: number,
  count: number,
): readonly ScheduledWindow[] {
  const length = hours * HOUR;
  const first = Math.max(0, Math.floor((now - SCHEDULE_DELAY - start) / length));
  return Array.from({ length: count }, (_, index) => {
    const from = start + (first + index) * length;
    return { from, to: from + length, startsAt: from + length + SCHEDULE_DELAY };
  });
}

/** Windows that a schedule beginning in the past has to make up for, each an export of its own. */
export function overdueWindows(start: number, hours: number, now: number): number {
  return Math.max(0, Math.floor((now - SCHEDULE_DELAY - start) / (hours * HOUR)));
}

/** The days a span touches, each cut to it: an export has about one run for each (CONTRACT §12.3). */
export function dayPartitions({ from, to }: Span): readonly Span[] {
  const days: Span[] = [];
  for (let day = Math.floor(from / DAY) * DAY; day < to; day += DAY) {
    days.push({ from: Math.max(from, day), to: Math.min(to, day + DAY) });
  }
  return days;
}

export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to;
