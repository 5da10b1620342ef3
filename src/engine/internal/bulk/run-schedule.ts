import type { StoredExport } from './bulk-book.ts';

const HOUR = 3_600_000;
/** After the end of its window: late runs have arrived by then (CONTRACT §12.2). */
const DELAY = 10 * 60_000;

/** Starts one export after the other, each for the next window; those of the past at once. Ends by abort. */
export async function runSchedule(
  { start_time: start, interval_hours: hours }: Pick<StoredExport, 'start_time' | 'interval_hours'>,
  now: () => number,
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>,
  onWindow: (from: number, to: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const length = (hours ?? 1) * HOUR;
  for (let from = start; ; from += length) {
    const to = from + length;
    try {
      await sleep(Math.max(0, to + DELAY - now()), signal);
    } catch {
      return;
    }
    onWindow(from, to);
  }
}
