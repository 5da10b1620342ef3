import type { Expression } from '../../../filter/ast.ts';
import type { StoredStats } from '../store/types.ts';
import { feedbackStatsV1 } from '../wire/feedback-stats.ts';
import { printOptionalMoney } from '../wire/print-money.ts';
import { printOptionalTime } from '../wire/print-time.ts';
import type { Workspace } from '../workspace/workspace.ts';

const WEEK = 7 * 24 * 60 * 60 * 1000;

export interface ProjectStats {
  /** Over the root runs: a project is judged by its traces. */
  readonly traces: StoredStats;
  /** Over every run: tokens and costs sit on the model calls below the roots. */
  readonly runs: StoredStats;
}

/** Statistics of a project since a moment; the server's own window is 7 days (UNKNOWNS U29). */
export function projectStats(
  workspace: Workspace,
  projectId: string,
  since: number | undefined,
  filter?: Expression,
): ProjectStats {
  const { store } = workspace;
  const query = {
    projectIds: [projectId],
    from: since ?? workspace.now() - WEEK,
    ...(filter && { filter }),
  };
  const all = store.find(query, { order: 'desc' }).rows;
  const roots = store.find({ ...query, isRoot: true }, { order: 'desc' }).rows;
  return { traces: store.stats(roots), runs: store.stats(all) };
}

/** The statistics fields of TracerSession; costs are texts here (CONTRACT §8). */
export function printProjectStats(workspace: Workspace, projectId: string, stats: ProjectStats) {
  const { traces, runs } = stats;
  return {
    run_count: traces.run_count,
    latency_p50: traces.latency_p50,
    latency_p99: traces.latency_p99,
    first_token_p50: traces.first_token_p50,
    first_token_p99: traces.first_token_p99,
    error_rate: traces.error_rate,
    streaming_rate: traces.streaming_rate,
    total_tokens: runs.total_tokens,
    prompt_tokens: runs.prompt_tokens,
    completion_tokens: runs.completion_tokens,
    total_cost: printOptionalMoney(runs.total_cost),
    prompt_cost: printOptionalMoney(runs.prompt_cost),
    completion_cost: printOptionalMoney(runs.completion_cost),
    ...lastStart(traces),
    feedback_stats: feedbackStatsV1(runs.feedback_stats),
    session_feedback_stats: feedbackStatsV1(workspace.store.projectFeedbackStats(projectId)),
    run_facets: runs.run_facets,
  };
}

/** The newest run inside the window; outside it the project's own answer stands. */
function lastStart(traces: StoredStats) {
  const time = printOptionalTime(traces.last_run_start_time);
  return time === null ? {} : { last_run_start_time: time };
}
