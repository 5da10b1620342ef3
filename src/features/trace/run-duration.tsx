import type { Run } from '../../contract/run.ts';
import { formatDuration } from '../../lib/format-duration.ts';
import { useNow } from '../../ui/now.ts';

export function secondsOf(run: Run): number | undefined {
  return run.latencySeconds ?? (run.endTime === undefined ? undefined : (run.endTime - run.startTime) / 1000);
}

/** The latency; for a run that still runs, the time since its start, ticking. */
export function RunDuration({ run, isLive }: { readonly run: Run; readonly isLive: boolean }) {
  const seconds = secondsOf(run);
  if (seconds !== undefined) return formatDuration(seconds);
  return isLive ? <TickingDuration since={run.startTime} /> : 'no end';
}

function TickingDuration({ since }: { readonly since: number }) {
  const now = useNow();
  return <>{formatDuration(Math.max(0, now - since) / 1000)}…</>;
}
