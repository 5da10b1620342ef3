import { formatDuration } from '../../lib/format-duration.ts';

/** Ticks are round numbers: "2 s", not "2.00 s". */
export function tickText(ms: number): string {
  if (ms < 1) return ms === 0 ? '0' : `${Number((ms * 1000).toFixed(0))} µs`;
  if (ms < 1000) return `${Number(ms.toFixed(1))} ms`;
  if (ms < 60_000) return `${Number((ms / 1000).toFixed(2))} s`;
  return formatDuration(ms / 1000).replace(/ 0[sm]$/, '');
}
