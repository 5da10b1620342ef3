/**
 * Epoch milliseconds as `2026-10-05T09:04:31.731003Z`. The real v1 API leaves the `Z` out, but its own
 * OpenAPI file asks for a zone and every SDK reads both, so both generations print it (CONTRACT §14.4).
 */
export function printTime(time: number): string {
  const whole = Math.floor(time);
  const micros = Math.round((time - whole) * 1000);
  // The nearest double may lie so close to the next millisecond that rounding reaches it.
  const iso = new Date(micros === 1000 ? whole + 1 : whole).toISOString();
  return `${iso.slice(0, -1)}${String(micros % 1000).padStart(3, '0')}Z`;
}

export function printOptionalTime(time: number | null | undefined): string | null {
  return time === null || time === undefined ? null : printTime(time);
}
