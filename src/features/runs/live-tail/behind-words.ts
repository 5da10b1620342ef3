import { formatCount } from '../../../lib/format-count.ts';
import type { LiveRows } from './live-rows.ts';

/** How much older a number is than the rows, in words; undefined where it is not. */
export function behindWords(live: LiveRows, counted: LiveRows): string | undefined {
  if (live === counted) return undefined;
  const count = countOf(live) - countOf(counted);
  if (count > 0) return `${formatCount(count)} ${count === 1 ? 'row' : 'rows'} behind`;
  // Gaps, and rows that are shown now instead of waiting, change no number.
  return live.updates === counted.updates ? undefined : 'older than the rows';
}

const countOf = ({ shown, waiting }: LiveRows): number => shown.length + waiting.length;
