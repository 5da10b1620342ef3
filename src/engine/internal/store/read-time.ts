import { parseTime } from '../../../filter/time.ts';

/** Times as clients send them: epoch milliseconds or ISO 8601, without a zone UTC; to the microsecond. */
export function readTime(value: unknown): number | undefined {
  const time = typeof value === 'string' ? parseTime(withoutNanoseconds(value.trim())) : value;
  if (typeof time !== 'number' || !Number.isFinite(time)) return undefined;
  return Math.round(time * 1000) / 1000;
}

/** A number of milliseconds since 1970 has no room for them; cutting is what the other clients do. */
function withoutNanoseconds(text: string): string {
  return text.replace(/([.,]\d{6})\d+/, '$1');
}
