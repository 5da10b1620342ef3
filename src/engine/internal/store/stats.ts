import { percentile } from '../../../lib/percentile.ts';
import { seconds } from '../compile/measures.ts';
import type { Sources } from '../compile/row-test.ts';
import { facetsOf } from './facets.ts';
import { feedbackStats } from './feedback-stats.ts';
import { ERROR } from './row-state.ts';
import type { Row, StoredFeedback, StoredStats } from './types.ts';
import { type Amount, AMOUNTS, plus, tidy } from './usage-sums.ts';

/** CONTRACT §6 RunStats over any rows. */
export function statsOf(sources: Sources, rows: readonly Row[]): StoredStats {
  sources.rollup.settle();
  const { table, rollup } = sources;
  const latencies = known(rows, (row) => seconds(table.start[row]!, table.end[row]!));
  const firstTokens = known(rows, (row) => seconds(table.start[row]!, rollup.firstToken[row]!));
  const amounts = (field: Amount) => known(rows, (row) => rollup.amounts[field][row]!);
  const costs = amounts('total_cost');
  return {
    run_count: rows.length,
    latency_p50: percentile(latencies, 0.5) ?? null,
    latency_p95: percentile(latencies, 0.95) ?? null,
    latency_p99: percentile(latencies, 0.99) ?? null,
    latency_avg: average(latencies),
    first_token_p50: percentile(firstTokens, 0.5) ?? null,
    first_token_p99: percentile(firstTokens, 0.99) ?? null,
    ...totals(sources, rows),
    ...spread('tokens', amounts('total_tokens')),
    ...spread('prompt_tokens', amounts('prompt_tokens')),
    ...spread('completion_tokens', amounts('completion_tokens')),
    ...spread('cost', costs),
    error_rate: share(rows, (row) => table.status[row] === ERROR),
    streaming_rate: share(rows, (row) => !Number.isNaN(rollup.firstToken[row]!)),
    last_run_start_time:
      rows.length === 0 ? null : rows.reduce((last, row) => Math.max(last, table.start[row]!), -Infinity),
    feedback_stats: feedbackStats(feedbackOf(sources, rows)),
    run_facets: facetsOf(table, rows),
  };
}

function spread<Name extends string>(name: Name, values: Float64Array) {
  return {
    [`${name}_p50`]: percentile(values, 0.5) ?? null,
    [`${name}_p99`]: percentile(values, 0.99) ?? null,
  } as { readonly [K in `${Name}_p50` | `${Name}_p99`]: number | null };
}

/**
 * Amounts are sums over subtrees already, so a run counts only when no ancestor of it is counted: the
 * total is the same whether the rows are all runs, the roots, or the model calls.
 */
function totals({ table, rollup }: Sources, rows: readonly Row[]) {
  const chosen = new Uint8Array(table.count);
  for (const row of rows) chosen[row] = 1;
  const { parent, trace } = table;
  const sums: Record<Amount, number> = {
    total_tokens: 0,
    prompt_tokens: 0,
    completion_tokens: 0,
    total_cost: NaN,
    prompt_cost: NaN,
    completion_cost: NaN,
  };
  const isCovered = (row: Row) => {
    for (
      let at = parent.codes[row]!;
      at >= 0 && trace.codes[at] === trace.codes[row];
      at = parent.codes[at]!
    ) {
      if (chosen[at] === 1) return true;
    }
    return false;
  };
  for (const row of rows) {
    if (isCovered(row)) continue;
    for (const field of AMOUNTS) sums[field] = plus(sums[field], rollup.amounts[field][row]!);
  }
  const cost = (field: Amount) => (Number.isNaN(sums[field]) ? null : tidy(sums[field]));
  return {
    total_tokens: sums.total_tokens,
    prompt_tokens: sums.prompt_tokens,
    completion_tokens: sums.completion_tokens,
    total_cost: cost('total_cost'),
    prompt_cost: cost('prompt_cost'),
    completion_cost: cost('completion_cost'),
  };
}

function known(rows: readonly Row[], valueOf: (row: Row) => number): Float64Array {
  const values = new Float64Array(rows.length);
  let count = 0;
  for (const row of rows) {
    const value = valueOf(row);
    if (!Number.isNaN(value)) values[count++] = value;
  }
  return values.subarray(0, count);
}

function average(values: Float64Array): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function share(rows: readonly Row[], test: (row: Row) => boolean): number | null {
  if (rows.length === 0) return null;
  let count = 0;
  for (const row of rows) if (test(row)) count++;
  return count / rows.length;
}

function* feedbackOf({ feedback }: Sources, rows: readonly Row[]): Generator<StoredFeedback> {
  for (const row of rows) yield* feedback.of(row);
}
