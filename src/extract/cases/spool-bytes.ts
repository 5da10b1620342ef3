import { type SpoolBytes, type SpoolRecord, spoolText } from '../spool.ts';

/** A spool in memory. */
export function spoolBytes(records: readonly SpoolRecord[]): SpoolBytes {
  const bytes = new TextEncoder().encode(spoolText(records));
  return { size: bytes.length, read: (from, length) => bytes.subarray(from, from + length) };
}
