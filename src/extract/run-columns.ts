/** The columns a run has in a download, by the names LangSmith's API and SDKs give them. */
import type { RunField } from '../contract/api.ts';
import type { FullRun, JsonObject, JsonValue } from '../contract/run.ts';
import { printTimestamp } from '../contract/timestamp.ts';
import type { Column } from './column-type.ts';
import { feedbackJson } from './rows/feedback-json.ts';

export interface RunColumn extends Column {
  readonly fields: readonly RunField[];
  /** An object that can stand as one column per key. */
  readonly isNested?: boolean;
  readonly isOptional?: boolean;
  readonly read: (full: FullRun) => JsonValue | undefined;
}

const time = (value: number | undefined) => (value === undefined ? undefined : printTimestamp(value));
const json = (value: unknown) => value as JsonValue | undefined;

export const RUN_COLUMNS: readonly RunColumn[] = [
  { name: 'id', type: 'text', fields: [], read: ({ run }) => run.id },
  { name: 'trace_id', type: 'text', fields: [], read: ({ run }) => run.traceId },
  { name: 'parent_run_id', type: 'text', fields: ['parent_run_id'], read: ({ run }) => run.parentId },
  { name: 'session_id', type: 'text', fields: ['session_id'], read: ({ run }) => run.projectId },
  { name: 'name', type: 'text', fields: ['name'], read: ({ run }) => run.name },
  { name: 'run_type', type: 'text', fields: ['run_type'], read: ({ run }) => run.runType },
  { name: 'status', type: 'text', fields: ['status'], read: ({ run }) => run.status },
  { name: 'start_time', type: 'time', fields: [], read: ({ run }) => time(run.startTime) },
  { name: 'end_time', type: 'time', fields: ['end_time'], read: ({ run }) => time(run.endTime) },
  { name: 'latency_seconds', type: 'number', fields: ['end_time'], read: ({ run }) => run.latencySeconds },
  {
    name: 'first_token_seconds',
    type: 'number',
    fields: ['first_token_time'],
    read: ({ run }) => run.firstTokenSeconds,
  },
  { name: 'thread_id', type: 'text', fields: ['thread_id'], read: ({ run }) => run.threadId },
  { name: 'tags', type: 'texts', fields: ['tags'], read: ({ run }) => [...run.tags] },
  { name: 'total_tokens', type: 'integer', fields: ['total_tokens'], read: ({ run }) => run.totalTokens },
  { name: 'prompt_tokens', type: 'integer', fields: ['prompt_tokens'], read: ({ run }) => run.promptTokens },
  {
    name: 'completion_tokens',
    type: 'integer',
    fields: ['completion_tokens'],
    read: ({ run }) => run.completionTokens,
  },
  { name: 'total_cost', type: 'number', fields: ['total_cost'], read: ({ run }) => run.totalCost },
  { name: 'prompt_cost', type: 'number', fields: ['prompt_cost'], read: ({ run }) => run.promptCost },
  {
    name: 'completion_cost',
    type: 'number',
    fields: ['completion_cost'],
    read: ({ run }) => run.completionCost,
  },
  { name: 'error', type: 'text', fields: ['error'], read: ({ payload }) => payload.error },
  { name: 'inputs', type: 'json', isNested: true, fields: ['inputs'], read: ({ payload }) => payload.inputs },
  {
    name: 'outputs',
    type: 'json',
    isNested: true,
    fields: ['outputs'],
    read: ({ payload }) => payload.outputs,
  },
  {
    name: 'metadata',
    type: 'json',
    isNested: true,
    fields: ['extra'],
    read: ({ payload }) => json(payload.extra?.['metadata']),
  },
  {
    name: 'feedback',
    type: 'json',
    isNested: true,
    fields: ['feedback_stats'],
    read: ({ run }) => feedbackJson(run.feedback),
  },
  {
    name: 'reference_example_id',
    type: 'text',
    fields: ['reference_example_id'],
    isOptional: true,
    read: ({ run }) => run.referenceExampleId,
  },
  {
    name: 'dotted_order',
    type: 'text',
    fields: ['dotted_order'],
    isOptional: true,
    read: ({ run }) => run.dottedOrder,
  },
  {
    name: 'extra',
    type: 'json',
    fields: ['extra'],
    isOptional: true,
    read: ({ payload }) => payload.extra,
  },
  {
    name: 'events',
    type: 'json',
    fields: ['events'],
    isOptional: true,
    read: ({ payload }) =>
      payload.events.map(({ name, time: at, details }) => ({
        name,
        ...(at === undefined ? {} : { time: printTimestamp(at) }),
        ...(details === undefined ? {} : { kwargs: details }),
      })),
  },
];

export const DEFAULT_RUN_COLUMNS: readonly string[] = RUN_COLUMNS.filter(
  ({ isOptional }) => isOptional !== true,
).map(({ name }) => name);

/** In the order given; unknown names fall away. */
export const runColumns = (names: readonly string[]): readonly RunColumn[] =>
  names.flatMap((name) => RUN_COLUMNS.find((column) => column.name === name) ?? []);

export function runRow(full: FullRun, columns: readonly RunColumn[]): JsonObject {
  const row: JsonObject = {};
  for (const column of columns) row[column.name] = column.read(full) ?? null;
  return row;
}
