/** The state of a download in words. */
import type { RateState } from '../../../api/rate-budget.ts';
import type { LimitState } from '../../../api/rule-ledger.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { kindWords } from '../kind-words.ts';
import type { Download } from '../machine/download-list.ts';
import { speedAt } from '../machine/speed.ts';

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

const rowsIn = (count: number) => `${formatCount(count)} ${count === 1 ? 'row' : 'rows'}`;

/** "1,200 of about 45,000 tool runs, 310 rows". */
export function progressText({ record }: Download): string {
  const { parts, rows, found = 0 } = record.checkpoint;
  const { kind, source } = record.spec;
  const total = record.estimate.parts;
  const what = kindWords(kind, source).parts;
  const read =
    total === undefined || parts > total
      ? `${formatCount(parts)} ${what}`
      : `${formatCount(parts)} of about ${formatCount(total)} ${what}`;
  return [
    ...(found === 0
      ? []
      : [`${formatCount(found)} ${kind === 'conversations' ? 'conversations' : 'traces'} found`]),
    read,
    ...(kind === 'runs' ? [] : [rowsIn(rows)]),
  ].join(', ');
}

/** The tightest limit that is in use. */
export const tightestOf = ({ limits }: RateState): LimitState | undefined =>
  limits.find(({ count }) => Number.isFinite(count) && count > 0);

/** Seconds until all is read, as far as the pace of the last moments and the server's limit tell. */
export function secondsLeft(
  { record, live }: Download,
  rate: RateState | undefined,
  now: number,
): number | undefined {
  const { checkpoint, estimate } = record;
  const { parts, requests } = estimate;
  const limit = rate && tightestOf(rate);
  const asked = requests === undefined ? 0 : Math.max(0, requests - checkpoint.requests);
  const limited = limit ? Math.max(0, asked - limit.remaining) * (limit.seconds / limit.count) : 0;
  const speed = speedAt(live?.marks ?? [], now);
  if (parts === undefined || speed === undefined || speed === 0) return limited > 0 ? limited : undefined;
  return Math.max(limited, Math.max(0, parts - checkpoint.parts) / speed);
}
