import type { Feedback, JsonObject } from '../../contract/run.ts';
import { printTimestamp } from '../../contract/timestamp.ts';
import type { Column } from '../column-type.ts';

export const FEEDBACK_COLUMNS: readonly Column[] = [
  { name: 'id', type: 'text' },
  { name: 'run_id', type: 'text' },
  { name: 'trace_id', type: 'text' },
  { name: 'session_id', type: 'text' },
  { name: 'key', type: 'text' },
  { name: 'score', type: 'number' },
  { name: 'value', type: 'json' },
  { name: 'comment', type: 'text' },
  { name: 'correction', type: 'json' },
  { name: 'source', type: 'text' },
  { name: 'user', type: 'text' },
  { name: 'source_metadata', type: 'json' },
  { name: 'created_at', type: 'time' },
  { name: 'modified_at', type: 'time' },
];

const time = (value: number | undefined) => (value === undefined ? null : printTimestamp(value));

/** A yes or no is 1 or 0, as LangSmith's own averages count it. */
export const feedbackRow = (feedback: Feedback): JsonObject => ({
  id: feedback.id,
  run_id: feedback.runId ?? null,
  trace_id: feedback.traceId ?? null,
  session_id: feedback.projectId ?? null,
  key: feedback.key,
  score: feedback.score === undefined ? null : Number(feedback.score),
  value: feedback.value ?? null,
  comment: feedback.comment ?? null,
  correction: feedback.correction ?? null,
  source: feedback.sourceType ?? null,
  user: feedback.userName ?? null,
  source_metadata: feedback.sourceMetadata ?? null,
  created_at: time(feedback.createdAt),
  modified_at: time(feedback.modifiedAt),
});
