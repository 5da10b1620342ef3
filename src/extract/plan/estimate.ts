/** What a download will cost, from a count and a first page. Every number here is an estimate and is called one. */
import type { RequestPace } from '../../contract/api.ts';
import { hasRoots, type Task } from './tasks.ts';
import type { ExtractKind } from '../spec.ts';

/** What the first page showed. */
export interface Sampled {
  readonly parts: number;
  /** Rows that came of these parts. */
  readonly rows: number;
  /** Of the rows as they stand in the file, uncompressed. */
  readonly bytes: number;
  /** Whether the first page was the last one of its task. */
  readonly isAll: boolean;
  readonly milliseconds: number;
}

export interface EstimateInput {
  readonly kind: ExtractKind;
  readonly tasks: readonly Task[];
  readonly pageSize: number;
  /** Runs that will be streamed, as the server's statistics count them; undefined = not told. */
  readonly count?: number;
  readonly sampled: Sampled;
  readonly pace?: RequestPace;
  readonly rootsPace?: RequestPace;
}

export interface Estimate {
  /** Undefined: the server does not say how many there are. */
  readonly parts?: number;
  readonly rows?: number;
  readonly requests?: number;
  readonly seconds?: number;
  readonly bytes?: number;
}

const ROOTS_PER_REQUEST = 50;

const secondsAt = (requests: number, pace: RequestPace | undefined) =>
  pace ? Math.max(0, requests - pace.count) * (pace.seconds / pace.count) : 0;

export function estimate(input: EstimateInput): Estimate {
  const { kind, tasks, pageSize, sampled, pace, rootsPace } = input;
  const isKnown = sampled.isAll && tasks.length === 1;
  const parts = isKnown ? sampled.parts : input.count;
  if (parts === undefined) return {};
  const perPart = sampled.parts === 0 ? 0 : sampled.rows / sampled.parts;
  const rows = Math.round(parts * perPart);
  // Each task ends with a page that is not full.
  const pages = Math.ceil(parts / pageSize) + tasks.length - (parts > 0 ? 1 : 0);
  const extra = hasRoots(kind)
    ? Math.ceil(rows / ROOTS_PER_REQUEST)
    : kind === 'feedback'
      ? Math.ceil(parts / 100)
      : 0;
  const requests = pages + extra;
  const limited = secondsAt(pages, pace) + secondsAt(extra, rootsPace ?? pace);
  const measured = (requests * sampled.milliseconds) / 1000;
  return {
    parts,
    rows,
    requests,
    seconds: Math.max(limited, measured),
    bytes: sampled.rows === 0 ? 0 : Math.round((sampled.bytes / sampled.rows) * rows),
  };
}
