import type { StoredFeedbackStat, StoredRun, ThreadGroup, Usage } from '../store/types.ts';
import { latencySeconds } from '../wire/run-v2.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** One conversation in numbers, over the turns it was given (CONTRACT §7.3). Times are epoch ms. */
export interface ThreadSummary {
  readonly threadId: string;
  readonly first: StoredRun;
  readonly last: StoredRun;
  readonly traceIds: readonly string[];
  readonly turns: number;
  readonly erroredTurns: number;
  readonly lastError: string | null;
  readonly latencyP50: number | null;
  readonly latencyP99: number | null;
  readonly lastEndTime: number | null;
  readonly usage: Usage;
  readonly tokenDetails: Readonly<Record<string, number>>;
  readonly costDetails: Readonly<Record<string, number>>;
  readonly feedback: Readonly<Record<string, StoredFeedbackStat>>;
}

const FIELDS: ReadonlySet<string> = new Set(['inputs_preview', 'outputs_preview', 'error', 'trace_id']);
const ERROR_LENGTH = 250;

export function summarize(workspace: Workspace, group: ThreadGroup): ThreadSummary {
  const { store } = workspace;
  const runs = group.rootRows.map((row) => store.run(row, FIELDS));
  const stats = store.stats(group.rootRows);
  const usage = sumUsage(runs.map((run) => store.traceUsage(run.trace_id)));
  const failed = runs.filter((run) => run.status === 'error');
  const ends = runs.flatMap((run) => run.end_time ?? []);
  return {
    threadId: group.threadId,
    first: runs[0]!,
    last: runs.at(-1)!,
    traceIds: runs.map((run) => run.trace_id),
    turns: runs.length,
    erroredTurns: failed.length,
    lastError: failed.at(-1)?.error?.slice(0, ERROR_LENGTH) ?? null,
    latencyP50: stats.latency_p50,
    latencyP99: stats.latency_p99,
    lastEndTime: ends.length > 0 ? Math.max(...ends) : null,
    usage,
    tokenDetails: { ...usage.prompt_token_details, ...usage.completion_token_details },
    costDetails: { ...usage.prompt_cost_details, ...usage.completion_cost_details },
    feedback: stats.feedback_stats,
  };
}

/** From the start of the first turn to the end of the last one, in seconds. */
export function durationSeconds(summary: ThreadSummary): number {
  const end = summary.lastEndTime ?? summary.last.start_time;
  return Math.max(0, end - summary.first.start_time, (latencySeconds(summary.last) ?? 0) * 1000) / 1000;
}

type Details = Readonly<Record<string, number>> | null;

function sumUsage(all: readonly Usage[]): Usage {
  const count = (pick: (usage: Usage) => number) => all.reduce((sum, usage) => sum + pick(usage), 0);
  const cost = (pick: (usage: Usage) => number | null) => {
    const known = all.flatMap((usage) => pick(usage) ?? []);
    return known.length > 0 ? known.reduce((sum, dollars) => sum + dollars, 0) : null;
  };
  return {
    total_tokens: count((usage) => usage.total_tokens),
    prompt_tokens: count((usage) => usage.prompt_tokens),
    completion_tokens: count((usage) => usage.completion_tokens),
    total_cost: cost((usage) => usage.total_cost),
    prompt_cost: cost((usage) => usage.prompt_cost),
    completion_cost: cost((usage) => usage.completion_cost),
    prompt_token_details: sumDetails(all.map((usage) => usage.prompt_token_details)),
    completion_token_details: sumDetails(all.map((usage) => usage.completion_token_details)),
    prompt_cost_details: sumDetails(all.map((usage) => usage.prompt_cost_details)),
    completion_cost_details: sumDetails(all.map((usage) => usage.completion_cost_details)),
  };
}

function sumDetails(all: readonly Details[]): Details {
  const sums: Record<string, number> = {};
  for (const details of all) {
    for (const [name, value] of Object.entries(details ?? {})) sums[name] = (sums[name] ?? 0) + value;
  }
  return Object.keys(sums).length > 0 ? sums : null;
}
