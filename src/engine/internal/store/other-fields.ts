import type { JsonObject } from '../../../contract/run.ts';
import type { RunWrite } from './types.ts';

/** Fields of a complete run that only pass through (CONTRACT §5). Everything else unknown is ignored. */
export const OTHER_FIELDS = [
  'manifest',
  'manifest_id',
  'manifest_s3_id',
  'price_model_id',
  'last_queued_at',
  'share_token',
  'in_dataset',
  'trace_tier',
  'trace_first_received_at',
  'ttl_seconds',
  'trace_upgrade',
  's3_urls',
  'inserted_at',
] as const;

export function otherFieldsOf(run: RunWrite): JsonObject | undefined {
  let found: JsonObject | undefined;
  for (const field of OTHER_FIELDS) {
    const value = run[field];
    if (value !== undefined && value !== null) (found ??= {})[field] = value;
  }
  return found;
}
