import { useCallback, useSyncExternalStore } from 'react';
import type { RateBudget, RateState } from '../../../api/rate-budget.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { roughDuration } from '../rough-duration.ts';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import type { Download } from '../machine/download-list.ts';
import { speedAt } from '../machine/speed.ts';
import styles from './downloads.module.css';
import { secondsLeft, tightestOf } from './status.ts';
import { useSeconds } from './use-seconds.ts';

const NEVER = () => () => undefined;

function useRate(budget: RateBudget | undefined): RateState | undefined {
  const subscribe = useCallback((listener: () => void) => budget?.subscribe(listener) ?? NEVER(), [budget]);
  return useSyncExternalStore(subscribe, () => budget?.snapshot());
}

export function LiveProgress({ download }: { readonly download: Download }) {
  const { record, live } = download;
  const now = useSeconds();
  const rate = useRate(live?.budget);
  const isReading = record.phase === 'reading';
  const total = record.estimate.parts;
  return (
    <div className={styles.live}>
      <ProgressBar
        label={isReading ? 'Read' : 'Writing the file'}
        value={isReading && total !== undefined ? Math.min(record.checkpoint.parts, total) : undefined}
        max={Math.max(1, total ?? 1)}
      />
      <p className={styles.detail}>{factsOf(download, rate, now).join(' · ')}</p>
      {isReading && <Wait download={download} rate={rate} now={now} />}
    </div>
  );
}

function factsOf(download: Download, rate: RateState | undefined, now: number): readonly string[] {
  const { record, live } = download;
  const { requests } = record.checkpoint;
  const isReading = record.phase === 'reading';
  const speed = isReading ? speedAt(live?.marks ?? [], now) : undefined;
  const left = isReading ? secondsLeft(download, rate, now) : undefined;
  const limit = rate && tightestOf(rate);
  return [
    ...(speed === undefined ? [] : [`${formatCount(Math.round(speed))} per second`]),
    ...(left === undefined ? [] : [`about ${roughDuration(left)} left`]),
    ...(live?.made === undefined ? [] : [`${formatCount(live.made)} rows written`]),
    `${formatCount(requests)} ${requests === 1 ? 'request' : 'requests'} made`,
    ...(limit
      ? [`${formatCount(limit.remaining)} of ${formatCount(limit.count)} requests left in ${limit.seconds} s`]
      : rate
        ? ['this server publishes no limit']
        : []),
  ];
}

interface WaitProps {
  readonly download: Download;
  readonly rate: RateState | undefined;
  readonly now: number;
}

const inSeconds = (until: number, now: number) => {
  const seconds = Math.max(0, Math.ceil((until - now) / 1000));
  return seconds === 0 ? 'now' : `in ${seconds} s`;
};

function Wait({ download: { live }, rate, now }: WaitProps) {
  if (live?.waiting) {
    return (
      <p className={styles.detail}>
        {live.waiting.reason.replace(/\.$/, '')}: asked again {inSeconds(live.waiting.until, now)}. Nothing is
        lost meanwhile.
      </p>
    );
  }
  if (!rate || rate.waiting === 0 || rate.waitingUntil === undefined) return null;
  return (
    <p className={styles.detail}>
      Waiting for the server’s rate limit: the next request starts {inSeconds(rate.waitingUntil, now)}.
    </p>
  );
}
