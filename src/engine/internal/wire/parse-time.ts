import { parseTime as parseTimeText } from '../../../filter/time.ts';

/** A `+` that a careless client left unescaped in a query string arrives as a blank before the offset. */
const LOST_PLUS = / (?=\d\d:?\d\d$)/;

/**
 * A wire time as epoch milliseconds; the fraction carries microseconds. A number is epoch milliseconds
 * already (the JS SDK's end_time, WIRE §3). A text without a zone is UTC (CONTRACT §14.4).
 */
export function parseTime(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  return parseTimeText(text) ?? (text.length > 16 ? parseTimeText(text.replace(LOST_PLUS, '+')) : undefined);
}
