/** Thread summaries: v2 `ThreadListItem`, and the rows of v1 `/runs/group`, which name them alike (CONTRACT §6, §7.3). */
import * as z from 'zod/mini';
import type { ThreadSummary } from './api.ts';
import { feedbackStats } from './feedback-stats.ts';
import { isRow, nameOf, numberOf, timeOf, type Misread, type WireRow } from './wire-row.ts';

const idOf = (row: WireRow) => row['thread_id'] ?? row['group_key'];

/** Typed as UUID in the OpenAPI file, any text in practice; a number would be somebody's own counter. */
const wireThread = z.custom<WireRow>(
  (value) => isRow(value) && ['string', 'number'].includes(typeof idOf(value)),
  'a thread without an id',
);

export const threadPageV2 = z.looseObject({
  items: z.array(wireThread),
  next_cursor: z.nullish(z.string()),
});

export const threadGroupsV1 = z.looseObject({ groups: z.array(wireThread), total: z.nullish(z.number()) });

/** Text, or the JSON of what v1 sends as an object. */
function previewOf(row: WireRow, field: string): string | undefined {
  const value = row[field];
  if (value === undefined || value === null || value === '') return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export const threadFrom = (row: WireRow, misread: Misread): ThreadSummary => ({
  threadId: String(idOf(row)),
  turns: numberOf(row, 'count', misread) ?? 0,
  erroredTurns: numberOf(row, 'num_errored_turns', misread),
  startTime: timeOf(row, 'min_start_time', misread) ?? timeOf(row, 'start_time', misread),
  lastTime: timeOf(row, 'max_start_time', misread),
  totalTokens: numberOf(row, 'total_tokens', misread),
  totalCost: numberOf(row, 'total_cost', misread),
  latencyP50: numberOf(row, 'latency_p50', misread),
  latencyP99: numberOf(row, 'latency_p99', misread),
  firstInput: previewOf(row, 'first_inputs'),
  lastOutput: previewOf(row, 'last_outputs'),
  lastError: nameOf(row, 'last_error', misread),
  feedback: feedbackStats(row['feedback_stats'], misread),
});
