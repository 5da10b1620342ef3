/** Which time the bars stand for, and how its pieces are called. */
import type { TimeWindow } from '../../../contract/api.ts';
import { formatAbsolute, zoneOffset } from '../../../lib/format-time.ts';
import { timeBuckets, type TimeBuckets } from '../../../model/time-buckets.ts';
import type { TimeSpan } from '../../../model/timeline.ts';

/** Statistics are asked for bar by bar; more would be finer than a bar is wide on a phone. */
export const MOST_BARS = 48;

/** A window that is open takes its end from the runs; undefined when there is nothing to go by. */
export function spanOf(window: TimeWindow, starts: readonly number[], now: number): TimeSpan | undefined {
  const from = window.from ?? Math.min(...starts);
  const to = window.to ?? Math.max(window.from === undefined ? -Infinity : now, ...starts) + 1;
  if (!Number.isFinite(from) || !Number.isFinite(to) || to <= from) return undefined;
  return { from, to };
}

export const bucketsOf = (span: TimeSpan): TimeBuckets =>
  timeBuckets(span, MOST_BARS, (time) => zoneOffset(time));

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function widthInWords(width: number): string {
  const [unit, name] =
    width >= DAY
      ? [DAY, 'day']
      : width >= HOUR
        ? [HOUR, 'hour']
        : width >= MINUTE
          ? [MINUTE, 'minute']
          : [SECOND, 'second'];
  const count = Math.round(width / unit);
  return count === 1 ? `1 ${name}` : `${count} ${name}s`;
}

/** Local time, as short as the width allows. */
export function timeInWords(time: number, width: number): string {
  const text = formatAbsolute(time);
  if (width >= DAY) return text.slice(0, 10);
  return width >= MINUTE ? text.slice(5, 16) : text.slice(11, 19);
}

/** About six, each at the bar where it begins. */
export function axisTicks({ edges, width }: TimeBuckets): readonly { index: number; text: string }[] {
  const every = Math.max(1, Math.ceil((edges.length - 1) / 6));
  return edges
    .slice(0, -1)
    .map((edge, index) => ({ index, text: timeInWords(edge, width) }))
    .filter(({ index }) => index % every === 0);
}
