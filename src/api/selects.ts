/** The fields asked for. Lists ask for previews, never for payloads (CONTRACT §15.5). */
import type { ListSelection, RunField } from '../contract/api.ts';

const V1_LIGHT =
  'id name run_type status start_time end_time first_token_time trace_id session_id parent_run_id parent_run_ids dotted_order tags thread_id total_tokens prompt_tokens completion_tokens total_cost prompt_cost completion_cost feedback_stats reference_example_id reference_dataset_id in_dataset share_token'.split(
    ' ',
  );
/** v1 has no error preview: the whole text must come, and is cut by the converter. */
const V1_PREVIEWS = ['inputs_preview', 'outputs_preview', 'error'];
const DETAILS =
  'prompt_token_details completion_token_details prompt_cost_details completion_cost_details'.split(' ');

export const V1_PAYLOAD: readonly string[] = 'id inputs outputs error extra events serialized s3_urls'.split(
  ' ',
);

const V2_LIGHT =
  'ID NAME RUN_TYPE STATUS START_TIME END_TIME LATENCY_SECONDS FIRST_TOKEN_TIME TRACE_ID PROJECT_ID PARENT_RUN_IDS DOTTED_ORDER IS_ROOT TAGS THREAD_ID TOTAL_TOKENS PROMPT_TOKENS COMPLETION_TOKENS TOTAL_COST PROMPT_COST COMPLETION_COST FEEDBACK_STATS REFERENCE_EXAMPLE_ID REFERENCE_DATASET_ID IS_IN_DATASET SHARE_URL'.split(
    ' ',
  );
const V2_PREVIEWS = ['INPUTS_PREVIEW', 'OUTPUTS_PREVIEW', 'ERROR_PREVIEW'];

export const V2_PAYLOAD: readonly string[] =
  'ID INPUTS OUTPUTS ERROR EXTRA METADATA EVENTS MANIFEST ATTACHMENTS'.split(' ');

/** Metadata is a part of `extra` on v1, a field of its own on v2. */
export const v1ListSelects = ({ previews, metadata }: ListSelection): readonly string[] => [
  ...V1_LIGHT,
  ...(previews ? V1_PREVIEWS : []),
  ...(metadata ? ['extra'] : []),
];

export const v2ListSelects = ({ previews, metadata }: ListSelection): readonly string[] => [
  ...V2_LIGHT,
  ...(previews ? V2_PREVIEWS : []),
  ...(metadata ? ['METADATA'] : []),
];

/** A trace page searches the previews and shows the details of each run. */
export const V1_TRACE: readonly string[] = [...V1_LIGHT, ...V1_PREVIEWS, ...DETAILS];
export const V2_TRACE: readonly string[] = [
  ...V2_LIGHT,
  ...V2_PREVIEWS,
  ...DETAILS.map((name) => name.toUpperCase()),
];

/** What tells which run it is, and when: pages of neighbouring windows are joined by it. */
const IDENTITY = ['id', 'trace_id', 'start_time'];

export const v1FieldSelects = (fields: readonly RunField[]): readonly string[] => [
  ...new Set([...IDENTITY, ...fields]),
];

const V2_NAMES: Readonly<Partial<Record<RunField, readonly string[]>>> = {
  session_id: ['PROJECT_ID'],
  parent_run_id: ['PARENT_RUN_IDS', 'IS_ROOT'],
  end_time: ['END_TIME', 'LATENCY_SECONDS'],
  extra: ['EXTRA', 'METADATA'],
};

export const v2FieldSelects = (fields: readonly RunField[]): readonly string[] => [
  ...new Set([
    ...IDENTITY.map((name) => name.toUpperCase()),
    ...fields.flatMap((field) => V2_NAMES[field] ?? [field.toUpperCase()]),
  ]),
];
