import { useCallback, useSyncExternalStore } from 'react';
import type { RateBudget, RateState } from '../../../api/rate-budget.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { roughDuration } from '../rough-duration.ts';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import type { Download } from '../machine/download-list.ts';
import styles from './downloads.module.css';
import { secondsLeft } from './status.ts';
import { useSeconds } from './use-seconds.ts';

export function LiveProgress({ download }: { readonly download: Download }) {
  const { record, live } = download;
  const { parts } = record.checkpoint;
  const total = record.estimate.parts;
  const left = secondsLeft(download);
  const isReading = record.phase === 'reading';
  const facts = [
    ...(live?.speed === undefined || !isReading ? [] : [`${formatCount(Math.round(live.speed))} per second`]),
    ...(left === undefined || !isReading ? [] : [`about ${roughDuration(left)} left`]),
    ...(live?.made === undefined ? [] : [`${formatCount(live.made)} rows written`]),
    `${formatCount(record.checkpoint.requests)} requests made`,
  ];
  return (
    <div className={styles.live}>
      <ProgressBar
        label={isReading ? 'Read' : 'Writing the file'}
        value={isReading && total !== undefined ? Math.min(parts, total) : undefined}
        max={Math.max(1, total ?? 1)}
      />
      <p className={styles.detail}>
        {facts.join(' · ')}
        {live?.budget && <Budget budget={live.budget} />}
      </p>
      {live?.waiting && <Wait until={live.waiting.until} reason={live.waiting.reason} />}
    </div>
  );
}

function Budget({ budget }: { readonly budget: RateBudget }) {
  const subscribe = useCallback((listener: () => void) => budget.subscribe(listener), [budget]);
  const state: RateState = useSyncExternalStore(subscribe, () => budget.snapshot());
  const tightest = state.limits.find(({ count }) => Number.isFinite(count) && count > 0);
  if (!tightest) return ' · this server publishes no limit';
  return ` · ${formatCount(tightest.remaining)} of ${formatCount(tightest.count)} requests left in ${tightest.seconds} s`;
}

function Wait({ until, reason }: { readonly until: number; readonly reason: string }) {
  const now = useSeconds();
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return (
    <p className={styles.detail}>
      {reason.replace(/\.$/, '')}: asked again {seconds === 0 ? 'now' : `in ${seconds} s`}. Nothing is lost
      meanwhile.
    </p>
  );
}
