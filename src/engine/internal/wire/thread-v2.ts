import type { ThreadSummary } from '../query/thread-summary.ts';
import type { StoredRun, Usage } from '../store/types.ts';
import { printTime } from './print-time.ts';
import { latencySeconds } from './run-v2.ts';

/** Absent, not null: v2 leaves out what it does not know. */
function withoutNull(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** A row of threads/query (CONTRACT §7.3); its details are plain maps, without `raw`. */
export function printThread(thread: ThreadSummary): Record<string, unknown> {
  return withoutNull({
    thread_id: thread.threadId,
    trace_id: thread.last.trace_id,
    first_trace_id: thread.first.trace_id,
    last_trace_id: thread.last.trace_id,
    count: thread.turns,
    num_errored_turns: thread.erroredTurns,
    first_inputs: thread.first.inputs_preview,
    last_outputs: thread.last.outputs_preview,
    last_error: thread.lastError,
    latency_p50: thread.latencyP50,
    latency_p99: thread.latencyP99,
    min_start_time: printTime(thread.first.start_time),
    max_start_time: printTime(thread.last.start_time),
    start_time: printTime(thread.last.start_time),
    total_tokens: thread.usage.total_tokens,
    total_cost: thread.usage.total_cost,
    total_token_details: thread.tokenDetails,
    total_cost_details: thread.costDetails,
    feedback_stats: thread.feedback,
  });
}

export const THREAD_STATS_SELECT = [
  'TURNS',
  'FIRST_START_TIME',
  'LAST_START_TIME',
  'LAST_END_TIME',
  'LATENCY_P50',
  'LATENCY_P99',
  'PROMPT_TOKENS',
  'PROMPT_COST',
  'COMPLETION_TOKENS',
  'COMPLETION_COST',
  'TOTAL_TOKENS',
  'TOTAL_COST',
  'PROMPT_TOKEN_DETAILS',
  'COMPLETION_TOKEN_DETAILS',
  'PROMPT_COST_DETAILS',
  'COMPLETION_COST_DETAILS',
  'FEEDBACK_STATS',
] as const;

type ThreadStatsSelect = (typeof THREAD_STATS_SELECT)[number];

/** Numbers of one thread; undefined when it has no turns at all (CONTRACT §7.3). */
export function printThreadStats(thread: ThreadSummary | undefined, selects: readonly ThreadStatsSelect[]) {
  if (!thread) return selects.includes('TURNS') ? { turns: 0 } : {};
  const all: Readonly<Record<ThreadStatsSelect, readonly [string, unknown]>> = {
    TURNS: ['turns', thread.turns],
    FIRST_START_TIME: ['first_start_time', printTime(thread.first.start_time)],
    LAST_START_TIME: ['last_start_time', printTime(thread.last.start_time)],
    LAST_END_TIME: ['last_end_time', thread.lastEndTime === null ? null : printTime(thread.lastEndTime)],
    LATENCY_P50: ['latency_p50_seconds', thread.latencyP50],
    LATENCY_P99: ['latency_p99_seconds', thread.latencyP99],
    ...usageColumns(thread.usage),
    FEEDBACK_STATS: ['feedback_stats', thread.feedback],
  };
  return withoutNull(Object.fromEntries(selects.map((select) => all[select])));
}

export const THREAD_TRACE_SELECT = [
  'THREAD_ID',
  'TRACE_ID',
  'OP',
  'PROMPT_TOKENS',
  'COMPLETION_TOKENS',
  'TOTAL_TOKENS',
  'START_TIME',
  'END_TIME',
  'LATENCY',
  'FIRST_TOKEN_TIME',
  'INPUTS_PREVIEW',
  'OUTPUTS_PREVIEW',
  'INPUTS',
  'OUTPUTS',
  'ERROR',
  'PROMPT_COST',
  'COMPLETION_COST',
  'TOTAL_COST',
  'PROMPT_TOKEN_DETAILS',
  'COMPLETION_TOKEN_DETAILS',
  'PROMPT_COST_DETAILS',
  'COMPLETION_COST_DETAILS',
  'NAME',
  'ERROR_PREVIEW',
] as const;

export type ThreadTraceSelect = (typeof THREAD_TRACE_SELECT)[number];

/** Nobody documents the numbers of `op`; the order of the run types in the API file is used here. */
const OPS = ['tool', 'chain', 'llm', 'retriever', 'embedding', 'prompt', 'parser'];
const PREVIEW_LENGTH = 250;

/** One turn of a thread. `trace_id` is always there (SDK reference); usage is that of the whole trace. */
export function printThreadTrace(
  root: StoredRun,
  usage: Usage & { readonly first_token_time: number | null },
  threadId: string,
  selects: readonly ThreadTraceSelect[],
) {
  const all: Readonly<Record<ThreadTraceSelect, readonly [string, unknown]>> = {
    THREAD_ID: ['thread_id', threadId],
    TRACE_ID: ['trace_id', root.trace_id],
    OP: ['op', OPS.indexOf(root.run_type)],
    NAME: ['name', root.name],
    START_TIME: ['start_time', printTime(root.start_time)],
    END_TIME: ['end_time', root.end_time === null ? null : printTime(root.end_time)],
    LATENCY: ['latency', latencySeconds(root)],
    FIRST_TOKEN_TIME: [
      'first_token_time',
      usage.first_token_time === null ? null : printTime(usage.first_token_time),
    ],
    INPUTS: ['inputs', root.inputs],
    OUTPUTS: ['outputs', root.outputs],
    INPUTS_PREVIEW: ['inputs_preview', root.inputs_preview],
    OUTPUTS_PREVIEW: ['outputs_preview', root.outputs_preview],
    ERROR: ['error', root.error],
    ERROR_PREVIEW: ['error_preview', root.error?.slice(0, PREVIEW_LENGTH)],
    ...usageColumns(usage),
  };
  return withoutNull({
    trace_id: root.trace_id,
    ...Object.fromEntries(selects.map((select) => all[select])),
  });
}

/** The fields of the store that a choice of columns needs filled. */
export function threadTraceFields(selects: readonly ThreadTraceSelect[]): ReadonlySet<string> {
  return new Set(selects.map((select) => (select === 'ERROR_PREVIEW' ? 'error' : select.toLowerCase())));
}

function usageColumns(usage: Usage) {
  const raw = (details: Readonly<Record<string, number>> | null) => (details ? { raw: details } : null);
  return {
    PROMPT_TOKENS: ['prompt_tokens', usage.prompt_tokens],
    COMPLETION_TOKENS: ['completion_tokens', usage.completion_tokens],
    TOTAL_TOKENS: ['total_tokens', usage.total_tokens],
    PROMPT_COST: ['prompt_cost', usage.prompt_cost],
    COMPLETION_COST: ['completion_cost', usage.completion_cost],
    TOTAL_COST: ['total_cost', usage.total_cost],
    PROMPT_TOKEN_DETAILS: ['prompt_token_details', raw(usage.prompt_token_details)],
    COMPLETION_TOKEN_DETAILS: ['completion_token_details', raw(usage.completion_token_details)],
    PROMPT_COST_DETAILS: ['prompt_cost_details', raw(usage.prompt_cost_details)],
    COMPLETION_COST_DETAILS: ['completion_cost_details', raw(usage.completion_cost_details)],
  } as const;
}
