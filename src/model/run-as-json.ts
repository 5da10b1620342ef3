/**
 * A run for people who know LangSmith's API: under the names of its v1 (CONTRACT §5), in the order in which
 * one reads, without what the server did not say. The share token is left out: who has it can read the run.
 */
import type { JsonObject, JsonValue, Run, RunPayload } from '../contract/run.ts';
import { printTimestamp } from '../contract/timestamp.ts';

export function runAsJson(run: Run, payload: RunPayload): JsonObject {
  return said({
    id: run.id,
    name: run.name,
    run_type: run.runType,
    status: run.status,
    start_time: isoTime(run.startTime),
    end_time: isoTime(run.endTime),
    latency: run.latencySeconds,
    first_token_seconds: run.firstTokenSeconds,
    error: payload.error,
    inputs: payload.inputs,
    outputs: payload.outputs,
    tags: [...run.tags],
    extra: payload.extra,
    events: payload.events.map(({ name, time, details }) => said({ name, time: isoTime(time), details })),
    feedback_stats: run.feedback as unknown as JsonValue,
    total_tokens: run.totalTokens,
    prompt_tokens: run.promptTokens,
    completion_tokens: run.completionTokens,
    prompt_token_details: run.promptTokenDetails as JsonValue | undefined,
    completion_token_details: run.completionTokenDetails as JsonValue | undefined,
    total_cost: run.totalCost,
    prompt_cost: run.promptCost,
    completion_cost: run.completionCost,
    prompt_cost_details: run.promptCostDetails as JsonValue | undefined,
    completion_cost_details: run.completionCostDetails as JsonValue | undefined,
    trace_id: run.traceId,
    parent_run_id: run.parentId,
    parent_run_ids: run.ancestorIds && [...run.ancestorIds],
    dotted_order: run.dottedOrder,
    session_id: run.projectId,
    thread_id: run.threadId,
    reference_example_id: run.referenceExampleId,
    reference_dataset_id: run.referenceDatasetId,
    in_dataset: run.inDataset,
    share_url: run.shareUrl,
    serialized: payload.serialized,
    attachments: payload.attachments.map(({ name, mimeType }) => said({ name, mime_type: mimeType })),
  });
}

function said(fields: Readonly<Record<string, JsonValue | undefined>>): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as JsonObject;
}

const isoTime = (time: number | undefined) => (time === undefined ? undefined : printTimestamp(time));
