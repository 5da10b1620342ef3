import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import type { Row, StoredRun } from '../store/types.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { appPath } from './app-path.ts';
import { parseTime } from './parse-time.ts';
import { printOptionalTime, printTime } from './print-time.ts';
import { referenceDataset } from './run-v1.ts';
import type { RunSelectV2 } from './select-v2.ts';

interface Context {
  readonly workspace: Workspace;
  /** Absolute address of the API, for links in answers; v2 promises whole addresses. */
  readonly base: string;
}

interface Column {
  readonly needs: readonly string[];
  readonly print: (run: StoredRun, context: Context) => unknown;
}

const column = (print: Column['print'], ...needs: string[]): Column => ({ needs, print });
const raw = (details: Readonly<Record<string, number>> | null) => (details ? { raw: details } : null);
const PREVIEW_LENGTH = 250;

/** How each select is printed on v2: tokens and costs are the run's own (UNKNOWNS U34). */
const COLUMNS: Readonly<Record<RunSelectV2, Column>> = {
  ID: column((run) => run.id),
  NAME: column((run) => run.name),
  RUN_TYPE: column((run) => run.run_type.toUpperCase()),
  STATUS: column((run) => run.status.toUpperCase()),
  START_TIME: column((run) => printTime(run.start_time)),
  END_TIME: column((run) => printOptionalTime(run.end_time)),
  LATENCY_SECONDS: column(latencySeconds),
  FIRST_TOKEN_TIME: column((run) => printOptionalTime(run.first_token_time), 'first_token_time'),
  ERROR: column((run) => run.error, 'error'),
  ERROR_PREVIEW: column((run) => run.error?.slice(0, PREVIEW_LENGTH), 'error'),
  EXTRA: column((run) => run.extra, 'extra'),
  METADATA: column((run) => run.extra?.['metadata'] ?? {}, 'extra'),
  EVENTS: column((run) => run.events, 'events'),
  INPUTS: column((run) => run.inputs, 'inputs'),
  INPUTS_PREVIEW: column((run) => run.inputs_preview, 'inputs_preview'),
  OUTPUTS: column((run) => run.outputs, 'outputs'),
  OUTPUTS_PREVIEW: column((run) => run.outputs_preview, 'outputs_preview'),
  MANIFEST: column((run) => run.serialized, 'serialized'),
  PARENT_RUN_IDS: column((run) => run.parent_run_ids, 'parent_run_ids'),
  PROJECT_ID: column((run) => run.session_id),
  TRACE_ID: column((run) => run.trace_id),
  THREAD_ID: column((run) => run.thread_id, 'thread_id'),
  DOTTED_ORDER: column((run) => run.dotted_order, 'dotted_order'),
  IS_ROOT: column((run) => run.parent_run_id === null),
  REFERENCE_EXAMPLE_ID: column((run) => run.reference_example_id, 'reference_example_id'),
  REFERENCE_DATASET_ID: column(
    (run, { workspace }) => referenceDataset(run, workspace),
    'reference_dataset_id',
  ),
  TOTAL_TOKENS: column((run) => run.own.total_tokens, 'total_tokens'),
  PROMPT_TOKENS: column((run) => run.own.prompt_tokens, 'prompt_tokens'),
  COMPLETION_TOKENS: column((run) => run.own.completion_tokens, 'completion_tokens'),
  TOTAL_COST: column((run) => run.own.total_cost, 'total_cost'),
  PROMPT_COST: column((run) => run.own.prompt_cost, 'prompt_cost'),
  COMPLETION_COST: column((run) => run.own.completion_cost, 'completion_cost'),
  PROMPT_TOKEN_DETAILS: column((run) => raw(run.own.prompt_token_details), 'prompt_token_details'),
  COMPLETION_TOKEN_DETAILS: column(
    (run) => raw(run.own.completion_token_details),
    'completion_token_details',
  ),
  PROMPT_COST_DETAILS: column((run) => raw(run.own.prompt_cost_details), 'prompt_cost_details'),
  COMPLETION_COST_DETAILS: column((run) => raw(run.own.completion_cost_details), 'completion_cost_details'),
  PRICE_MODEL_ID: column((run) => run.other['price_model_id'], 'other'),
  TAGS: column((run) => run.tags, 'tags'),
  APP_PATH: column((run, { workspace }) => appPath(workspace, run)),
  ATTACHMENTS: column(attachments, 'attachments'),
  THREAD_EVALUATION_TIME: column((run) => timeOf(run.other['thread_evaluation_time']), 'other'),
  IS_IN_DATASET: column((run) => run.in_dataset, 'in_dataset'),
  LAST_QUEUED_AT: column((run) => timeOf(run.other['last_queued_at']), 'other'),
  SHARE_URL: column(shareUrl),
  FEEDBACK_STATS: column(
    (run) => (isEmpty(run.feedback_stats) ? null : run.feedback_stats),
    'feedback_stats',
  ),
};

/** A field without a value is absent on v2, never null. */
export function runPrinterV2(
  workspace: Workspace,
  base: string,
  selects: readonly RunSelectV2[],
): (row: Row) => JsonObject {
  const context = { workspace, base };
  const names = [...new Set(selects)];
  const columns = names.map((name) => [name.toLowerCase(), COLUMNS[name].print] as const);
  const fields = new Set(names.flatMap((name) => COLUMNS[name].needs));
  return (row) => {
    const run = workspace.store.run(row, fields);
    const printed: JsonObject = {};
    for (const [name, print] of columns) {
      const value = print(run, context);
      if (value !== undefined && value !== null) printed[name] = value as JsonValue;
    }
    return printed;
  };
}

/**
 * The JS SDK counts runs in the microseconds of a start and cuts the end to milliseconds (WIRE §3), so
 * a short run seems to end before it began: by less than a millisecond that is zero.
 */
export function latencySeconds(run: StoredRun): number | null {
  if (run.end_time === null) return null;
  const seconds = Math.round((run.end_time - run.start_time) * 1000) / 1e6;
  return seconds < 0 && seconds > -0.001 ? 0 : seconds;
}

function publicRunUrl(base: string, token: string): string {
  return `${base}/public/${token}/r`;
}

function attachments(run: StoredRun, { workspace, base }: Context): JsonObject | null {
  if (run.attachments.length === 0) return null;
  const entries = run.attachments.map(({ name }) => [name, base + workspace.downloads.path(run.id, name)]);
  return Object.fromEntries(entries) as JsonObject;
}

function shareUrl(run: StoredRun, { workspace, base }: Context): string | undefined {
  const token = workspace.shares.tokenOf(run.id);
  return token === undefined ? undefined : publicRunUrl(base, token);
}

function timeOf(value: JsonValue | undefined): string | null {
  return printOptionalTime(parseTime(value));
}

function isEmpty(record: Readonly<Record<string, unknown>>): boolean {
  return Object.keys(record).length === 0;
}
