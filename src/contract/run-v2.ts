/** v2 run rows (`RunResponse`, CONTRACT §7.2) to the run of the application. */
import * as z from 'zod/mini';
import type { Attachment, JsonObject, Run, RunPayload, Trace } from './run.ts';
import { identityOf } from './run-identity.ts';
import {
  eventsOf,
  feedbackOf,
  firstTokenSeconds,
  secondsBetween,
  threadIn,
  usageOf,
  type RunContext,
} from './run-parts.ts';
import { payloadObject, wireRun } from './run-v1.ts';
import {
  flagOf,
  isRow,
  jsonOf,
  nameOf,
  numberOf,
  objectOf,
  rowOf,
  textOf,
  textsOf,
  timeOf,
  type Misread,
  type WireRow,
} from './wire-row.ts';

const cursor = { next_cursor: z.nullish(z.string()) };

/** The answer of POST /v2/runs/query, and of GET /v2/traces/{id}/runs, which has no cursor. */
export const runPageV2 = z.looseObject({ items: z.array(wireRun), ...cursor });

export const tracePageV2 = z.looseObject({
  items: z.array(z.looseObject({ root_run: wireRun, trace_aggregates: z.nullish(z.custom<WireRow>(isRow)) })),
  ...cursor,
});

export function runFromV2(row: WireRow, context: RunContext): Run {
  const { misread } = context;
  const identity = identityOf(row, context);
  const endTime = timeOf(row, 'end_time', misread);
  const extra = rowOf(row, 'extra', misread);
  const metadata = objectOf(row, 'metadata', misread) ?? (extra && objectOf(extra, 'metadata', misread));
  const status = nameOf(row, 'status', misread)?.toLowerCase();
  const own = {
    name: textOf(row, 'name', misread) ?? '',
    runType: nameOf(row, 'run_type', misread)?.toLowerCase() ?? 'unknown',
    status: status ?? (endTime === undefined ? 'pending' : 'success'),
    endTime,
    latencySeconds:
      endTime === undefined
        ? undefined
        : (numberOf(row, 'latency_seconds', misread) ?? secondsBetween(identity.startTime, endTime)),
    firstTokenSeconds: firstTokenSeconds(row, identity.startTime, misread),
    tags: textsOf(row, 'tags', misread) ?? [],
    metadata,
    runtime: extra && objectOf(extra, 'runtime', misread),
    threadId: nameOf(row, 'thread_id', misread) ?? threadIn(metadata),
    inputsPreview: textOf(row, 'inputs_preview', misread),
    outputsPreview: textOf(row, 'outputs_preview', misread),
    errorPreview: textOf(row, 'error_preview', misread) ?? textOf(row, 'error', misread),
    feedback: feedbackOf(row, misread),
    referenceExampleId: nameOf(row, 'reference_example_id', misread),
    referenceDatasetId: nameOf(row, 'reference_dataset_id', misread),
    inDataset: flagOf(row, 'is_in_dataset', misread),
    shareUrl: nameOf(row, 'share_url', misread),
  };
  // Not spread into the literal: V8 does that a hundred times slower than this (150 ms per 1000 rows).
  return Object.assign(own, identity, usageOf(row, misread));
}

/** Sums over the whole trace stand beside the root, whose own tokens may be its own only (UNKNOWNS U34). */
export function traceFromV2(
  item: { readonly root_run: WireRow; readonly trace_aggregates?: WireRow | null },
  context: RunContext,
): Trace {
  const root = runFromV2(item.root_run, context);
  const sums = item.trace_aggregates ?? {};
  return {
    root,
    totalTokens: numberOf(sums, 'total_tokens', context.misread),
    totalCost: numberOf(sums, 'total_cost', context.misread),
    firstTokenSeconds: firstTokenSeconds(sums, root.startTime, context.misread) ?? root.firstTokenSeconds,
  };
}

function attachmentsOf(row: WireRow, misread: Misread): readonly Attachment[] {
  return Object.entries(rowOf(row, 'attachments', misread) ?? {}).flatMap(([name, entry]) => {
    if (typeof entry === 'string') return [{ name, url: entry }];
    const url = isRow(entry) ? nameOf(entry, 'presigned_url', misread) : undefined;
    if (url === undefined || !isRow(entry)) {
      misread('attachments');
      return [];
    }
    return [{ name, url, mimeType: nameOf(entry, 'mime_type', misread) }];
  });
}

/** v2 keeps the metadata beside `extra`; the application expects it inside, where v1 and the SDKs have it. */
function extraOf(row: WireRow, misread: Misread): JsonObject | undefined {
  const extra = objectOf(row, 'extra', misread);
  const metadata = objectOf(row, 'metadata', misread);
  if (metadata === undefined || extra?.['metadata'] !== undefined) return extra;
  return { ...extra, metadata };
}

export function payloadFromV2(row: WireRow, misread: Misread): RunPayload {
  return {
    id: textOf(row, 'id', misread) ?? '',
    inputs: payloadObject(row, 'inputs'),
    outputs: payloadObject(row, 'outputs'),
    error: textOf(row, 'error', misread),
    extra: extraOf(row, misread),
    events: eventsOf(row, misread),
    serialized: jsonOf(row, 'manifest') ?? jsonOf(row, 'serialized'),
    attachments: attachmentsOf(row, misread),
  };
}
