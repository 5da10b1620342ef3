/** Feedback records (CONTRACT §10.1). */
import * as z from 'zod/mini';
import type { Feedback } from './run.ts';
import {
  isRow,
  jsonOf,
  nameOf,
  objectOf,
  rowOf,
  textOf,
  timeOf,
  type Misread,
  type WireRow,
} from './wire-row.ts';

export const feedbackList = z.array(
  z.custom<WireRow>((value) => isRow(value) && typeof value['id'] === 'string', 'feedback without an id'),
);

function scoreOf(row: WireRow, misread: Misread): number | boolean | undefined {
  const { score } = row;
  if (typeof score === 'number' || typeof score === 'boolean') return score;
  if (score !== undefined && score !== null) misread('score');
  return undefined;
}

export function feedbackFrom(row: WireRow, misread: Misread): Feedback {
  const source = rowOf(row, 'feedback_source', misread);
  return {
    id: textOf(row, 'id', misread) ?? '',
    key: textOf(row, 'key', misread) ?? '',
    score: scoreOf(row, misread),
    value: jsonOf(row, 'value'),
    comment: nameOf(row, 'comment', misread),
    correction: jsonOf(row, 'correction'),
    runId: nameOf(row, 'run_id', misread),
    traceId: nameOf(row, 'trace_id', misread),
    projectId: nameOf(row, 'session_id', misread),
    sourceType: source && nameOf(source, 'type', misread),
    userName: source && nameOf(source, 'user_name', misread),
    sourceMetadata: source && objectOf(source, 'metadata', misread),
    createdAt: timeOf(row, 'created_at', misread),
    modifiedAt: timeOf(row, 'modified_at', misread),
  };
}
