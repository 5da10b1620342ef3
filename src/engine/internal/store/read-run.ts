import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import type { AttachmentTable } from './attachment-table.ts';
import { errorTextOf } from './error-text.ts';
import { feedbackStats } from './feedback-stats.ts';
import type { FeedbackTable } from './feedback-table.ts';
import { ancestorIdsOf, dottedOrderOf } from './lineage.ts';
import { OTHER_FIELDS } from './other-fields.ts';
import { inputsPreview, outputsPreview } from './preview.ts';
import { threadCodeOf } from './relations.ts';
import type { Rollup } from './rollup.ts';
import { STATUS_WORDS } from './row-state.ts';
import type { RunTable, TextField } from './run-table.ts';
import type { Row, StoredRun } from './types.ts';

export interface RunParts {
  readonly table: RunTable;
  readonly rollup: Rollup;
  readonly feedback: FeedbackTable;
  readonly attachments: AttachmentTable;
}

/**
 * A row as an object. Light fields are always there; the others are empty (null, [] or {}) unless they
 * are asked for, because each costs a parse or a walk.
 */
export function readRun(parts: RunParts, row: Row, fields: ReadonlySet<string> | undefined): StoredRun {
  const { table, rollup, feedback, attachments } = parts;
  const wants = (field: string) => fields === undefined || fields.has(field);
  const json = (field: TextField) => (wants(field) ? parsed(table, row, field) : undefined);
  const payload = (field: 'inputs' | 'outputs') =>
    wants(field) || wants(`${field}_preview`) ? parsed(table, row, field) : undefined;
  const [inputs, outputs] = [payload('inputs'), payload('outputs')];
  const other = wantsOther(fields) ? ((parsed(table, row, 'other') ?? {}) as JsonObject) : {};
  const { in_dataset, trace_tier, ...rest } = other;
  const details = fields === undefined || [...fields].some((field) => field.endsWith('_details'));
  const parent = table.parent.codes[row]!;
  rollup.settleTrace(table.trace.codes[row]!);
  // One flat literal: spreading parts together takes most of the time of a light read.
  return {
    id: table.ids[row]!,
    trace_id: table.traces.word(table.trace.codes[row]!),
    parent_run_id: parent < 0 ? null : table.ids[parent]!,
    parent_run_ids: ancestorIdsOf(table, row),
    dotted_order: dottedOrderOf(table, row),
    session_id: table.projects.word(table.project.codes[row]!),
    name: table.names.word(table.name.codes[row]!),
    // What a run is when nobody says (LangSmith's own default in the SDKs).
    run_type: table.runType[row]! < 0 ? 'chain' : table.runTypes.word(table.runType[row]!),
    status: STATUS_WORDS[table.status[row]!]!,
    start_time: table.start[row]!,
    end_time: finite(table.end[row]!),
    first_token_time: finite(rollup.firstToken[row]!),
    error: errorTextOf(table, row) ?? null,
    inputs: wants('inputs') ? (inputs ?? null) : null,
    outputs: wants('outputs') ? (outputs ?? null) : null,
    inputs_preview: wants('inputs_preview') ? (inputsPreview(inputs) ?? null) : null,
    outputs_preview: wants('outputs_preview') ? (outputsPreview(outputs) ?? null) : null,
    extra: (json('extra') ?? null) as JsonObject | null,
    events: (json('events') ?? []) as readonly JsonValue[],
    serialized: json('serialized') ?? null,
    tags: Array.from(table.tags.of(row), (tag) => table.tagWords.word(tag)),
    thread_id: wordOrNull(table.threads, threadCodeOf(table, row)),
    reference_example_id: wordOrNull(table.examples, table.example.codes[row]!),
    reference_dataset_id: wordOrNull(table.datasets, table.dataset[row]!),
    own: rollup.own(row, details),
    subtree: rollup.subtree(row, details),
    feedback_stats: wants('feedback_stats') ? feedbackStats(feedback.of(row)) : {},
    in_dataset: in_dataset === true,
    trace_tier: typeof trace_tier === 'string' ? trace_tier : null,
    attachments: wants('attachments') || wants('s3_urls') ? attachments.of(table.ids[row]!) : [],
    other: rest,
  };
}

function wantsOther(fields: ReadonlySet<string> | undefined): boolean {
  return fields === undefined || fields.has('other') || OTHER_FIELDS.some((field) => fields.has(field));
}

function parsed(table: RunTable, row: Row, field: TextField): JsonValue | undefined {
  const text = table.text(row, field);
  return text === undefined ? undefined : (JSON.parse(text) as JsonValue);
}

function wordOrNull(words: { word(code: number): string }, code: number): string | null {
  return code < 0 ? null : words.word(code);
}

function finite(time: number): number | null {
  return Number.isNaN(time) ? null : time;
}
