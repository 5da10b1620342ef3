import type { StoredStats } from '../store/types.ts';
import { feedbackStatsV1 } from './feedback-stats.ts';
import { printOptionalTime } from './print-time.ts';

/** What `select` of runs/stats may name (CONTRACT §6). */
export const RUN_STATS_SELECT = [
  'run_count',
  'latency_p50',
  'latency_p99',
  'latency_avg',
  'first_token_p50',
  'first_token_p99',
  'total_tokens',
  'prompt_tokens',
  'completion_tokens',
  'median_tokens',
  'completion_tokens_p50',
  'prompt_tokens_p50',
  'tokens_p99',
  'completion_tokens_p99',
  'prompt_tokens_p99',
  'last_run_start_time',
  'feedback_stats',
  'thread_feedback_stats',
  'run_facets',
  'error_rate',
  'streaming_rate',
  'total_cost',
  'prompt_cost',
  'completion_cost',
  'cost_p50',
  'cost_p99',
  'session_feedback_stats',
  'all_run_stats',
  'all_token_stats',
  'prompt_token_details',
  'completion_token_details',
  'prompt_cost_details',
  'completion_cost_details',
  'group_count',
] as const;

export type RunStatsSelect = (typeof RUN_STATS_SELECT)[number];

const RUN_STATS: readonly string[] = ['run_count', 'latency_p50', 'latency_p99', 'error_rate'];
const TOKEN_STATS: readonly string[] = [
  'total_tokens',
  'prompt_tokens',
  'completion_tokens',
  'median_tokens',
  'tokens_p99',
];

/** RunStats of v1: seconds, counts, and dollars as numbers, unlike the costs of a v1 run (CONTRACT §6). */
export function printRunStats(stats: StoredStats, select?: readonly RunStatsSelect[] | null) {
  const { tokens_p50, last_run_start_time, feedback_stats, ...rest } = stats;
  const printed: Record<string, unknown> = {
    ...rest,
    median_tokens: tokens_p50,
    last_run_start_time: printOptionalTime(last_run_start_time),
    feedback_stats: feedbackStatsV1(feedback_stats),
  };
  if (!select || select.length === 0) return printed;
  const wanted = new Set<string>(select);
  if (wanted.has('all_run_stats')) RUN_STATS.forEach((name) => wanted.add(name));
  // No name of LangSmith's enum asks for it, so it comes with the two that do.
  if (wanted.has('latency_p50') && wanted.has('latency_p99')) wanted.add('latency_p95');
  if (wanted.has('all_token_stats')) TOKEN_STATS.forEach((name) => wanted.add(name));
  return Object.fromEntries(Object.entries(printed).filter(([name]) => wanted.has(name)));
}
