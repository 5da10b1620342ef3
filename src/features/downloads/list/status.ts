/** The state of a download in words. */
import { formatCount } from '../../../lib/format-count.ts';
import { kindWords } from '../kind-words.ts';
import type { Download } from '../machine/download-list.ts';

export type Status =
  | 'reading'
  | 'waiting'
  | 'making'
  | 'paused'
  | 'interrupted'
  | 'stopped'
  | 'elsewhere'
  | 'done'
  | 'partial';

export function statusOf({ record, live, isElsewhere }: Download): Status {
  if (isElsewhere) return 'elsewhere';
  if (record.phase === 'done' || record.phase === 'partial') return record.phase;
  if (!live) return record.phase === 'stopped' ? (record.isPaused ? 'paused' : 'stopped') : 'interrupted';
  if (record.phase === 'making') return 'making';
  return live.waiting ? 'waiting' : 'reading';
}

export const STATUS_WORDS: Readonly<Record<Status, string>> = {
  reading: 'Reading',
  waiting: 'Waiting for the server',
  making: 'Writing the file',
  paused: 'Paused',
  interrupted: 'Interrupted',
  stopped: 'Stopped',
  elsewhere: 'Runs in another tab',
  done: 'Done',
  partial: 'Incomplete',
};

/** "1,200 of about 45,000 runs". */
export function progressText({ record }: Download): string {
  const { parts } = record.checkpoint;
  const total = record.estimate.parts;
  const what = kindWords(record.spec.kind, record.spec.source).parts;
  return total === undefined || parts > total
    ? `${formatCount(parts)} ${what}`
    : `${formatCount(parts)} of about ${formatCount(total)} ${what}`;
}

/** Seconds until all is read, as far as the pace of the last moments tells. */
export function secondsLeft({ record, live }: Download): number | undefined {
  const total = record.estimate.parts;
  if (total === undefined || !live?.speed) return undefined;
  return Math.max(0, total - record.checkpoint.parts) / live.speed;
}
