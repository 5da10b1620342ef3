/** The loaded rows by any column. A server orders only by start time, so this is about what is here. */
import type { FeedbackStat } from '../../../contract/run.ts';
import type { SortValue } from '../../../lib/order-by-value.ts';
import { openKeyOf } from '../run-columns.ts';
import type { RunRow } from '../run-row.ts';

const VALUES: Readonly<Record<string, (row: RunRow) => SortValue>> = {
  name: ({ run }) => run.name,
  status: ({ run }) => run.status,
  run_type: ({ run }) => run.runType,
  start_time: ({ run }) => run.startTime,
  end_time: ({ run }) => run.endTime,
  latency: ({ run }) => run.latencySeconds,
  first_token_time: ({ firstTokenSeconds }) => firstTokenSeconds,
  inputs_preview: ({ run }) => run.inputsPreview,
  outputs_preview: ({ run }) => run.outputsPreview ?? run.errorPreview,
  error: ({ run }) => run.errorPreview,
  total_tokens: ({ totalTokens }) => totalTokens,
  prompt_tokens: ({ run }) => run.promptTokens,
  completion_tokens: ({ run }) => run.completionTokens,
  total_cost: ({ totalCost }) => totalCost,
  prompt_cost: ({ run }) => run.promptCost,
  completion_cost: ({ run }) => run.completionCost,
  tags: ({ run }) => run.tags.join(', ') || undefined,
  feedback_stats: ({ run }) => Object.keys(run.feedback).length || undefined,
  thread_id: ({ run }) => run.threadId,
  id: ({ run }) => run.id,
  trace_id: ({ run }) => run.traceId,
  parent_run_id: ({ run }) => run.parentId,
  session_id: ({ run }) => run.projectId,
  reference_example_id: ({ run }) => run.referenceExampleId,
};

export function sortValue(row: RunRow, column: string): SortValue {
  const open = openKeyOf(column);
  if (!open) return VALUES[column]?.(row);
  if (open.family === 'feedback') return feedbackValue(row.run.feedback[open.key]);
  const value = row.run.metadata?.[open.key];
  if (typeof value === 'number' || typeof value === 'string') return value;
  return value === undefined || value === null ? undefined : JSON.stringify(value);
}

/** The average; of words the one that was given most. */
function feedbackValue(stat: FeedbackStat | undefined): SortValue {
  if (!stat || stat.avg !== undefined) return stat?.avg;
  return Object.entries(stat.values).toSorted((a, b) => b[1] - a[1])[0]?.[0];
}
