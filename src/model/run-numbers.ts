/**
 * Counts, percentiles and sums over runs that are at hand, by the rules of the server's statistics
 * (CONTRACT §6), so that a number means the same whoever counted it.
 */
import type { Run } from '../contract/run.ts';
import { percentile } from '../lib/percentile.ts';

/** A run and, where it is the root of a row of traces, the sums over its trace. */
export interface CountedRun {
  readonly run: Run;
  readonly totalTokens?: number;
  readonly totalCost?: number;
}

/** Undefined = nobody said; never zero for it. */
export interface RunNumbers {
  readonly count: number;
  /** Of `count`; undefined when statuses are not known. */
  readonly errors?: number;
  readonly pending?: number;
  /** Seconds. */
  readonly p50?: number;
  readonly p95?: number;
  readonly p99?: number;
  readonly tokens?: number;
  /** US dollars. */
  readonly cost?: number;
}

export const NO_RUNS: RunNumbers = { count: 0, errors: 0, pending: 0 };

/**
 * `isSubtree`: the tokens of a run hold those of the runs below it (v1), so only the topmost are added up;
 * on v2 each holds its own (UNKNOWNS U34).
 */
export function runNumbers(rows: readonly CountedRun[], isSubtree: boolean): RunNumbers {
  const latencies = latenciesOf(rows);
  const paid = isSubtree ? topmost(rows) : rows;
  return {
    count: rows.length,
    errors: rows.filter(({ run }) => run.status === 'error').length,
    pending: rows.filter(({ run }) => run.status === 'pending').length,
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    p99: percentile(latencies, 0.99),
    tokens: sumOf(paid, ({ totalTokens }) => totalTokens),
    cost: sumOf(paid, ({ totalCost }) => totalCost),
  };
}

function latenciesOf(rows: readonly CountedRun[]): Float64Array {
  const seconds = new Float64Array(rows.length);
  let count = 0;
  for (const { run } of rows) if (run.latencySeconds !== undefined) seconds[count++] = run.latencySeconds;
  return seconds.subarray(0, count);
}

function topmost(rows: readonly CountedRun[]): readonly CountedRun[] {
  if (rows.every(({ run }) => run.isRoot)) return rows;
  const ids = new Set(rows.map(({ run }) => run.id));
  return rows.filter(
    ({ run }) =>
      !(run.ancestorIds ?? [run.parentId]).some((ancestor) => ancestor !== undefined && ids.has(ancestor)),
  );
}

function sumOf(rows: readonly CountedRun[], valueOf: (row: CountedRun) => number | undefined) {
  let sum: number | undefined;
  for (const row of rows) {
    const value = valueOf(row);
    if (value !== undefined) sum = (sum ?? 0) + value;
  }
  return sum;
}
