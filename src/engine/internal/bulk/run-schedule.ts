import type { StoredExport } from './bulk-book.ts';

const HOUR = 3_600_000;
/** After the end of its window: late runs have arrived by then (CONTRACT §12.2). */
const DELAY = 10 * 60_000;
/** Until the next try, when too many exports were created of late. */
const LATER = 60_000;

/** Starts one export after the other, each for the next window; those of the past at once. Ends by abort. */
export async function runSchedule(
  { start_time: start, interval_hours: hours }: Pick<StoredExport, 'start_time' | 'interval_hours'>,
  now: () => number,
  sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>,
  /** Starts the export of a window, or says that this has to wait. */
  onWindow: (from: number, to: number) => boolean,
  signal: AbortSignal,
): Promise<void> {
  const length = (hours ?? 1) * HOUR;
  for (let from = start; ; from += length) {
    const to = from + length;
    try {
      await sleep(Math.max(0, to + DELAY - now()), signal);
      while (!onWindow(from, to)) await sleep(LATER, signal);
    } catch {
      return;
    }
  }
}
