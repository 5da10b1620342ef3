/** The answer of POST /runs/stats (CONTRACT §6). */
import * as z from 'zod/mini';
import type { Facet, RunStats, StatsGroup } from './api.ts';
import { feedbackStats } from './feedback-stats.ts';
import { isRow, nameOf, numberOf, timeOf, type Misread, type WireRow } from './wire-row.ts';

export const wireStats = z.custom<WireRow>(isRow, 'no statistics');

/** Rows are untyped in the OpenAPI file (UNKNOWNS U23); whatever lacks a key or a value is left out. */
function facetOf(entry: unknown): Facet | undefined {
  if (!isRow(entry)) return undefined;
  const { key, value } = entry;
  const isPlain = typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  if (typeof key !== 'string' || !isPlain) return undefined;
  const count = numberOf(entry, 'n', () => {}) ?? numberOf(entry, 'count', () => {}) ?? 0;
  return { key, value: String(value), count, query: nameOf(entry, 'query', () => {}) };
}

export const statsFrom = (row: WireRow, misread: Misread): RunStats => ({
  runCount: numberOf(row, 'run_count', misread),
  latencyP50: numberOf(row, 'latency_p50', misread),
  latencyP95: numberOf(row, 'latency_p95', misread),
  latencyP99: numberOf(row, 'latency_p99', misread),
  firstTokenP50: numberOf(row, 'first_token_p50', misread),
  firstTokenP99: numberOf(row, 'first_token_p99', misread),
  totalTokens: numberOf(row, 'total_tokens', misread),
  promptTokens: numberOf(row, 'prompt_tokens', misread),
  completionTokens: numberOf(row, 'completion_tokens', misread),
  totalCost: numberOf(row, 'total_cost', misread),
  errorRate: numberOf(row, 'error_rate', misread),
  streamingRate: numberOf(row, 'streaming_rate', misread),
  lastRunStartTime: timeOf(row, 'last_run_start_time', misread),
  feedback: feedbackStats(row['feedback_stats'], misread),
  facets: Array.isArray(row['run_facets']) ? row['run_facets'].flatMap((entry) => facetOf(entry) ?? []) : [],
});

/** Largest first: objects cannot be relied on to keep an order, those with numbers for keys do not. */
export const groupsFrom = (row: WireRow, misread: Misread): readonly StatsGroup[] =>
  Object.entries(row)
    .flatMap(([value, entry]) => (isRow(entry) ? [{ value, stats: statsFrom(entry, misread) }] : []))
    .toSorted((a, b) => (b.stats.runCount ?? 0) - (a.stats.runCount ?? 0));
