/**
 * Times on the wire and inside. Inside: epoch milliseconds whose fraction carries microseconds (a double
 * holds that exactly enough: steps of 0.25 µs today). On the wire: RFC 3339, or naive text that means UTC
 * (CONTRACT §5), with up to nine digits of fraction.
 */
const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,12}))?)?\s*(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;

function offsetMinutes(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 0;
  const digits = zone.slice(1).replace(':', '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2) || 0);
  return zone.startsWith('-') ? -minutes : minutes;
}

/** Undefined for anything that is not a real moment; numbers are taken as epoch milliseconds (WIRE §3). */
export function parseTimestamp(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const match = PATTERN.exec(value.trim());
  if (!match) return undefined;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone] = match;
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Date.UTC would read 31 February as a day in March.
  if (new Date(midnight).getUTCDate() !== Number(day)) return undefined;
  const seconds = (Number(hour) * 60 + Number(minute) - offsetMinutes(zone)) * 60 + Number(second);
  const microseconds = Math.round(Number(fraction.slice(0, 7).padEnd(7, '0')) / 10);
  return midnight + seconds * 1000 + microseconds / 1000;
}

/** RFC 3339 in UTC; six digits of fraction only when there is one. */
export function printTimestamp(time: number): string {
  const micros = Math.round(time * 1000);
  const whole = Math.floor(micros / 1_000_000);
  const fraction = micros - whole * 1_000_000;
  const base = new Date(whole * 1000).toISOString().slice(0, -5);
  return fraction === 0 ? `${base}Z` : `${base}.${String(fraction).padStart(6, '0')}Z`;
}
