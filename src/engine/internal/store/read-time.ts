import { parseTime } from '../../../filter/time.ts';

/** Times as clients send them: epoch milliseconds or ISO 8601, without a zone UTC; rounded to microseconds. */
export function readTime(value: unknown): number | undefined {
  const time = typeof value === 'string' ? parseTime(value.trim()) : value;
  if (typeof time !== 'number' || !Number.isFinite(time)) return undefined;
  return Math.round(time * 1000) / 1000;
}
