/** What a download will cost, from counts and a first look. Every number here is an estimate and is called one. */
import type { RequestPace } from '../../contract/api.ts';
import { isGrouped } from '../compose.ts';
import type { ExtractKind } from '../spec.ts';
import { hasRoots, type Task } from './tasks.ts';

/** What the first look showed. */
export interface Sampled {
  /** Runs of the first questions, and the traces or threads among them. */
  readonly looked: number;
  readonly groups: number;
  /** Rows that were made whole, of how many parts, and their size in the file. */
  readonly rows: number;
  readonly parts: number;
  readonly bytes: number;
  /** Whether nothing lies behind what was looked at. */
  readonly isAll: boolean;
  readonly milliseconds: number;
}

export interface EstimateInput {
  readonly kind: ExtractKind;
  readonly tasks: readonly Task[];
  readonly limit?: number;
  /** Runs of a page of the first questions, and of what follows them. */
  readonly pageSize: number;
  readonly partPageSize: number;
  /** Runs that the first questions name, as the server's statistics count them; undefined = not told. */
  readonly count?: number;
  /** Feedback records of these. */
  readonly feedback?: number;
  readonly sampled: Sampled;
  readonly pace?: RequestPace;
  /** Of questions by ids, which have no window. */
  readonly idsPace?: RequestPace;
}

export interface Estimate {
  /** Undefined: the server does not say how many there are. */
  readonly parts?: number;
  readonly rows?: number;
  readonly requests?: number;
  readonly seconds?: number;
  readonly bytes?: number;
}

/** Roots, feedback and ids go a hundred at a time; threads fifty (id-batches.ts). */
const BATCH = 100;
const THREAD_BATCH = 50;

const secondsAt = (requests: number, pace: RequestPace | undefined) =>
  pace ? Math.max(0, requests - pace.count) * (pace.seconds / pace.count) : 0;

const ratio = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);

interface Amounts {
  /** Runs of the first questions. */
  readonly first: number;
  /** Runs that come into the file. */
  readonly parts: number;
  readonly rows: number;
}

/** `count` is of all the first questions together. */
function amountsOf(input: EstimateInput, count: number): Amounts {
  const { kind, tasks, sampled, limit = Infinity } = input;
  if (!isGrouped(kind)) {
    const parts = Math.min(count, limit);
    const isCut = parts < count || input.feedback === undefined;
    const guessed = Math.round(parts * ratio(sampled.rows, sampled.parts));
    return { first: parts, parts, rows: kind === 'feedback' && !isCut ? input.feedback! : guessed };
  }
  const partsPerRow = ratio(sampled.parts, sampled.rows);
  if (tasks[0]?.finds === undefined) {
    const parts = sampled.isAll ? Math.max(sampled.parts, count) : count;
    return { first: parts, parts, rows: Math.round(ratio(parts, partsPerRow)) };
  }
  const share = ratio(sampled.groups, sampled.looked);
  const rows = Math.min(sampled.isAll ? sampled.groups : Math.ceil(count * share), limit);
  return {
    first: Math.min(count, Math.ceil(ratio(rows, share))),
    parts: Math.round(rows * partsPerRow),
    rows,
  };
}

/** Requests that follow the first questions. */
function followUps(input: EstimateInput, { parts, rows }: Amounts, pages: number): number {
  const { kind, tasks, partPageSize } = input;
  const roots = hasRoots(kind) ? Math.ceil(rows / BATCH) : 0;
  const feedback =
    kind === 'feedback' ? Math.max(Math.ceil(rows / BATCH), Math.ceil(Math.min(pages, rows) / 2)) : 0;
  const batch = kind === 'conversations' ? THREAD_BATCH : BATCH;
  const reads =
    tasks[0]?.finds === undefined ? 0 : Math.max(Math.ceil(rows / batch), Math.ceil(parts / partPageSize));
  return roots + feedback + reads;
}

export function estimate(input: EstimateInput): Estimate {
  const { tasks, pageSize, sampled, pace, idsPace, limit = Infinity } = input;
  const count = sampled.isAll ? sampled.looked : input.count;
  if (count === undefined) return {};
  const amounts = amountsOf(input, count);
  const { first, parts, rows } = amounts;
  // Slices that a limit leaves unread cost nothing; the others end with a page that is half full, as a rule.
  const slices = first < count && Number.isFinite(limit) ? 1 : tasks.length;
  const pages = Math.max(1, slices, Math.ceil(first / pageSize) + Math.ceil((slices - 1) / 2));
  const extra = followUps(input, amounts, pages);
  const requests = tasks.length === 0 ? 0 : pages + extra;
  const limited = secondsAt(pages, pace) + secondsAt(extra, idsPace ?? pace);
  const measured = (requests * sampled.milliseconds) / 1000;
  // Nothing of the kind was seen so far: how many rows there are is then only known from statistics.
  const isBlind = sampled.rows === 0 && !sampled.isAll && count > 0;
  const isTold = input.kind === 'feedback' && input.feedback !== undefined;
  return {
    parts,
    ...(isBlind && !isTold ? {} : { rows }),
    requests,
    seconds: Math.max(limited, measured),
    ...(isBlind && !(isTold && rows === 0)
      ? {}
      : { bytes: Math.round(ratio(sampled.bytes, sampled.rows) * rows) }),
  };
}
