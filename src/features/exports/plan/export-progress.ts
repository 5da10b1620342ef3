/** How far an export is, from the runs that write its days. Times are epoch milliseconds. */

export interface RunProgress {
  readonly status: string;
  readonly rowsWritten: number;
  readonly createdAt: number;
  readonly finishedAt: number | undefined;
  readonly files: number;
  /** The error of each try, in order. */
  readonly errors: readonly string[];
}

export interface ExportProgress {
  readonly done: number;
  readonly failed: number;
  readonly running: number;
  readonly waiting: number;
  readonly total: number;
  readonly rows: number;
  readonly files: number;
  /** Undefined until a second of work is over. */
  readonly rowsPerSecond: number | undefined;
  /** Milliseconds; undefined while too little is known to say a number that will not jump. */
  readonly remaining: number | undefined;
}

type Phase = 'done' | 'failed' | 'running' | 'waiting';

/** Spelling differs between documents and wire, so case says nothing (CONTRACT §12.2); unknown = still at work. */
export function phaseOf(status: string): Phase {
  switch (status.toLowerCase()) {
    case 'completed':
      return 'done';
    case 'failed':
    case 'timedout':
    case 'timed_out':
    case 'cancelled':
    case 'canceled':
      return 'failed';
    case 'created':
      return 'waiting';
    default:
      return 'running';
  }
}

export const isOver = (status: string): boolean => ['done', 'failed'].includes(phaseOf(status));

/** A third must be over: days differ, and an estimate from the first one only frightens. */
const ENOUGH = 1 / 3;

export function exportProgress(runs: readonly RunProgress[], startedAt: number, now: number): ExportProgress {
  const count = { done: 0, failed: 0, running: 0, waiting: 0 };
  for (const { status } of runs) count[phaseOf(status)] += 1;
  const total = runs.length;
  const rows = sum(runs.map(({ rowsWritten }) => rowsWritten));
  const end =
    count.running + count.waiting > 0
      ? now
      : Math.max(startedAt, ...runs.map((run) => run.finishedAt ?? startedAt));
  const elapsed = end - startedAt;
  const left = count.running + count.waiting;
  const share = total === 0 ? 0 : (total - left) / total;
  const isTelling = left > 0 && share >= ENOUGH && count.done > 0;
  return {
    ...count,
    total,
    rows,
    files: sum(runs.map(({ files }) => files)),
    rowsPerSecond: elapsed >= 1000 ? (rows / elapsed) * 1000 : undefined,
    remaining: isTelling ? calm((elapsed * left) / (total - left)) : undefined,
  };
}

/** Rounded up to steps that people use, so that the words do not change with every look. */
function calm(ms: number): number {
  const step = ms < 60_000 ? 15_000 : ms < 10 * 60_000 ? 60_000 : ms < 2 * 3_600_000 ? 5 * 60_000 : 3_600_000;
  return Math.ceil(ms / step) * step;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
