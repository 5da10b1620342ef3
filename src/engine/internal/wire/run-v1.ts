import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import type { Row, StoredAttachment, StoredRun } from '../store/types.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { appPath } from './app-path.ts';
import { feedbackStatsV1 } from './feedback-stats.ts';
import { parseTime } from './parse-time.ts';
import { printOptionalMoney } from './print-money.ts';
import { printOptionalTime, printTime } from './print-time.ts';
import { REQUIRED_SELECT, type RunSelect } from './select-v1.ts';

type Print = (run: StoredRun, workspace: Workspace) => unknown;

interface Column {
  /** Fields of the store that it needs, when they are not the select's own name. */
  readonly needs?: readonly string[];
  readonly print: Print;
}

const inputs: Column = { needs: ['inputs'], print: (run) => run.inputs };
const outputs: Column = { needs: ['outputs'], print: (run) => run.outputs };
const manifest: Column = { needs: ['serialized'], print: (run) => run.serialized };
const nothing: Column = { print: () => null };
const asItCame = (name: string): Column => ({ needs: ['other'], print: (run) => run.other[name] ?? null });
const timeAsItCame = (name: string): Column => ({
  needs: ['other'],
  print: (run) => printOptionalTime(parseTime(run.other[name])),
});

/** How each select is printed on v1: tokens and costs are sums over the subtree (UNKNOWNS U34). */
const COLUMNS: Readonly<Record<RunSelect, Column>> = {
  id: { print: (run) => run.id },
  name: { print: (run) => run.name },
  run_type: { print: (run) => run.run_type },
  start_time: { print: (run) => printTime(run.start_time) },
  end_time: { print: (run) => printOptionalTime(run.end_time) },
  status: { print: (run) => run.status },
  error: { print: (run) => run.error },
  error_or_signed_url: { needs: ['error'], print: (run) => run.error },
  extra: { print: (run) => run.extra },
  extra_or_signed_url: { needs: ['extra'], print: (run) => run.extra },
  events: { print: (run) => run.events },
  events_or_signed_url: { needs: ['events'], print: (run) => run.events },
  inputs,
  inputs_or_signed_url: inputs,
  inputs_preview: { print: (run) => run.inputs_preview },
  inputs_s3_urls: nothing,
  outputs,
  outputs_or_signed_url: outputs,
  outputs_preview: { print: (run) => run.outputs_preview },
  outputs_s3_urls: nothing,
  s3_urls: { needs: ['attachments'], print: (run, workspace) => s3Urls(run, workspace) },
  parent_run_id: { print: (run) => run.parent_run_id },
  parent_run_ids: { print: (run) => run.parent_run_ids },
  child_run_ids: nothing,
  manifest,
  serialized: manifest,
  serialized_or_signed_url: manifest,
  manifest_id: asItCame('manifest_id'),
  manifest_s3_id: asItCame('manifest_s3_id'),
  session_id: { print: (run) => run.session_id },
  reference_example_id: { print: (run) => run.reference_example_id },
  reference_dataset_id: { print: (run, workspace) => referenceDataset(run, workspace) },
  total_tokens: { print: (run) => run.subtree.total_tokens },
  prompt_tokens: { print: (run) => run.subtree.prompt_tokens },
  completion_tokens: { print: (run) => run.subtree.completion_tokens },
  prompt_token_details: { print: (run) => run.subtree.prompt_token_details },
  completion_token_details: { print: (run) => run.subtree.completion_token_details },
  total_cost: { print: (run) => printOptionalMoney(run.subtree.total_cost) },
  prompt_cost: { print: (run) => printOptionalMoney(run.subtree.prompt_cost) },
  completion_cost: { print: (run) => printOptionalMoney(run.subtree.completion_cost) },
  prompt_cost_details: { print: (run) => moneyDetails(run.subtree.prompt_cost_details) },
  completion_cost_details: { print: (run) => moneyDetails(run.subtree.completion_cost_details) },
  price_model_id: asItCame('price_model_id'),
  first_token_time: { print: (run) => printOptionalTime(run.first_token_time) },
  trace_id: { print: (run) => run.trace_id },
  dotted_order: { print: (run) => run.dotted_order },
  last_queued_at: timeAsItCame('last_queued_at'),
  feedback_stats: { print: (run) => feedbackStatsV1(run.feedback_stats) },
  tags: { print: (run) => run.tags },
  in_dataset: { print: (run) => run.in_dataset },
  app_path: { print: (run, workspace) => appPath(workspace, run) },
  share_token: { print: (run, workspace) => workspace.shares.tokenOf(run.id) ?? null },
  trace_tier: { print: (run) => run.trace_tier },
  trace_first_received_at: timeAsItCame('trace_first_received_at'),
  ttl_seconds: asItCame('ttl_seconds'),
  trace_upgrade: { needs: ['other'], print: (run) => run.other['trace_upgrade'] === true },
  thread_id: { print: (run) => run.thread_id },
  trace_min_max_start_time: nothing,
  messages: { needs: ['inputs', 'outputs'], print: messages },
  inserted_at: timeAsItCame('inserted_at'),
};

/** Prints runs with one choice of fields; the choice is worked out once per answer, not per row. */
export function runPrinterV1(
  workspace: Workspace,
  select: readonly RunSelect[],
): (row: Row) => Record<string, unknown> {
  const names = [...new Set([...REQUIRED_SELECT, ...select])];
  const columns = names.map((name) => [name, COLUMNS[name].print] as const);
  const fields = new Set(names.flatMap((name) => COLUMNS[name].needs ?? [name]));
  const withSpan = names.includes('trace_min_max_start_time');
  return (row) => {
    const run = workspace.store.run(row, fields);
    const printed: Record<string, unknown> = {};
    for (const [name, print] of columns) printed[name] = print(run, workspace);
    return withSpan ? addTraceSpan(printed, run, workspace) : printed;
  };
}

/** One select, two fields of the answer. */
function addTraceSpan(printed: Record<string, unknown>, run: StoredRun, workspace: Workspace) {
  const { trace_min_max_start_time: _, ...rest } = printed;
  const starts = workspace.store
    .traceRows(run.trace_id)
    .map((row) => workspace.store.keysetOf(row).startTime);
  return {
    ...rest,
    trace_min_start_time: printTime(starts.reduce((low, time) => Math.min(low, time), run.start_time)),
    trace_max_start_time: printTime(starts.reduce((high, time) => Math.max(high, time), run.start_time)),
  };
}

function s3Urls(run: StoredRun, workspace: Workspace): JsonObject | null {
  if (run.attachments.length === 0) return null;
  const entry = (attachment: StoredAttachment) => [
    `attachment.${attachment.name}`,
    {
      presigned_url: workspace.downloads.path(run.id, attachment.name),
      mime_type: attachment.mimeType,
      size: attachment.size,
    },
  ];
  return Object.fromEntries(run.attachments.map(entry)) as JsonObject;
}

/** A run of an experiment belongs to the dataset of its project. */
export function referenceDataset(run: StoredRun, workspace: Workspace): string | null {
  if (run.reference_dataset_id !== null || run.reference_example_id === null) return run.reference_dataset_id;
  return workspace.projects.get(run.session_id)?.reference_dataset_id ?? null;
}

function moneyDetails(details: Readonly<Record<string, number>> | null): JsonObject | null {
  if (!details) return null;
  return Object.fromEntries(Object.entries(details).map(([name, cost]) => [name, printOptionalMoney(cost)]));
}

/** The conversation of a chat run: what went in, then what came out. */
function messages(run: StoredRun): readonly JsonValue[] | null {
  const all = [...messagesIn(run.inputs), ...messagesIn(run.outputs)];
  return all.length > 0 ? all : null;
}

function messagesIn(value: JsonValue): readonly JsonValue[] {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return [];
  const list = value['messages'];
  return Array.isArray(list) ? list.flat().filter((item) => typeof item === 'object' && item !== null) : [];
}
