/** Names of run fields in the two generations of the API (CONTRACT §4.3, §7.2). */

const words = (text: string) => text.split(' ');

const V1_ONLY =
  'serialized manifest_id manifest_s3_id in_dataset share_token session_id parent_run_id s3_urls inputs_or_signed_url outputs_or_signed_url child_run_ids trace_tier ttl_seconds trace_upgrade trace_first_received_at trace_min_max_start_time messages inserted_at';
const BOTH =
  'id name run_type status start_time end_time first_token_time error extra events inputs inputs_preview outputs outputs_preview manifest parent_run_ids trace_id thread_id dotted_order reference_example_id reference_dataset_id total_tokens prompt_tokens completion_tokens total_cost prompt_cost completion_cost prompt_token_details completion_token_details prompt_cost_details completion_cost_details price_model_id tags app_path feedback_stats last_queued_at';
const V2_ONLY =
  'latency_seconds error_preview metadata project_id is_root attachments thread_evaluation_time is_in_dataset share_url';

const IN_V1 = new Set(words(`${BOTH} ${V1_ONLY}`));
const IN_V2 = new Set(words(`${BOTH} ${V2_ONLY}`));

const TO_V2: Readonly<Record<string, string>> = {
  session_id: 'project_id',
  parent_run_id: 'parent_run_ids',
  serialized: 'manifest',
  manifest_id: 'manifest',
  manifest_s3_id: 'manifest',
  in_dataset: 'is_in_dataset',
  share_token: 'share_url',
  s3_urls: 'attachments',
  inputs_or_signed_url: 'inputs',
  outputs_or_signed_url: 'outputs',
};

const TO_V1: Readonly<Record<string, string>> = {
  project_id: 'session_id',
  is_root: 'parent_run_id',
  is_in_dataset: 'in_dataset',
  share_url: 'share_token',
  attachments: 's3_urls',
  error_preview: 'error',
  metadata: 'extra',
  latency_seconds: 'end_time',
};

export interface Selected {
  /** Spelled as the generation wants them. */
  readonly names: readonly string[];
  /** As asked. */
  readonly unknown: readonly string[];
}

/** Takes either generation's names, in either case. */
export function selectNames(asked: readonly string[], generation: 'v1' | 'v2'): Selected {
  const names = new Set<string>([generation === 'v2' ? 'ID' : 'id']);
  const unknown: string[] = [];
  for (const name of asked) {
    const lower = name.toLowerCase();
    const other = generation === 'v2' ? TO_V2[lower] : TO_V1[lower];
    const found = (generation === 'v2' ? IN_V2 : IN_V1).has(lower) ? lower : other;
    if (found === undefined) unknown.push(name);
    else names.add(generation === 'v2' ? found.toUpperCase() : found);
  }
  return { names: [...names], unknown };
}

/** What a reader of v2 wants when nobody says: without any, only ids come (CONTRACT §0). */
export const USUAL_V2 = words(
  'ID NAME RUN_TYPE STATUS START_TIME END_TIME TRACE_ID INPUTS_PREVIEW OUTPUTS_PREVIEW ERROR_PREVIEW TOTAL_TOKENS TOTAL_COST',
);
/** Previews instead of payloads, whose size makes a list slow (CONTRACT §4.3). */
export const USUAL_V1 = words(
  'id name run_type status start_time end_time trace_id inputs_preview outputs_preview error total_tokens total_cost',
);
