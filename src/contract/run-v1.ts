/** v1 run rows (`RunSchema`, CONTRACT §5) to the run of the application. */
import * as z from 'zod/mini';
import type { Attachment, JsonObject, Run, RunPayload } from './run.ts';
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
import {
  flagOf,
  isRow,
  jsonOf,
  nameOf,
  objectOf,
  rowOf,
  textOf,
  textsOf,
  timeOf,
  type Misread,
  type WireRow,
} from './wire-row.ts';

/** A row without an id is no run; anything else about it is read as well as it can be. */
export const wireRun = z.custom<WireRow>(
  (value) => isRow(value) && typeof value['id'] === 'string',
  'a run without an id',
);

/** The answer of POST /api/v1/runs/query. */
export const runPageV1 = z.looseObject({
  runs: z.array(wireRun),
  cursors: z.nullish(z.looseObject({ next: z.nullish(z.string()) })),
  parsed_query: z.nullish(z.string()),
});

/** v1 has no preview of errors; whole tracebacks do not belong into a list. */
const ERROR_PREVIEW_LENGTH = 1000;

const preview = (text: string | undefined) =>
  text !== undefined && text.length > ERROR_PREVIEW_LENGTH ? `${text.slice(0, ERROR_PREVIEW_LENGTH)}…` : text;

function statusOf(row: WireRow, endTime: number | undefined, misread: Misread): string {
  const status = nameOf(row, 'status', misread)?.toLowerCase();
  if (status !== undefined) return status;
  if (typeof row['error'] === 'string') return 'error';
  return endTime === undefined ? 'pending' : 'success';
}

export function runFromV1(row: WireRow, context: RunContext): Run {
  const { misread } = context;
  const identity = identityOf(row, context);
  const endTime = timeOf(row, 'end_time', misread);
  const extra = rowOf(row, 'extra', misread);
  const metadata = extra && objectOf(extra, 'metadata', misread);
  const shareToken = nameOf(row, 'share_token', misread);
  const own = {
    name: textOf(row, 'name', misread) ?? '',
    runType: nameOf(row, 'run_type', misread)?.toLowerCase() ?? 'unknown',
    status: statusOf(row, endTime, misread),
    endTime,
    latencySeconds: endTime === undefined ? undefined : secondsBetween(identity.startTime, endTime),
    firstTokenSeconds: firstTokenSeconds(row, identity.startTime, misread),
    tags: textsOf(row, 'tags', misread) ?? [],
    metadata,
    runtime: extra && objectOf(extra, 'runtime', misread),
    threadId:
      nameOf(row, 'thread_id', misread) ?? (row['thread_id'] === null ? undefined : threadIn(metadata)),
    inputsPreview: textOf(row, 'inputs_preview', misread),
    outputsPreview: textOf(row, 'outputs_preview', misread),
    errorPreview: preview(textOf(row, 'error', misread)),
    feedback: feedbackOf(row, misread),
    referenceExampleId: nameOf(row, 'reference_example_id', misread),
    referenceDatasetId: nameOf(row, 'reference_dataset_id', misread),
    inDataset: flagOf(row, 'in_dataset', misread),
    shareToken,
    shareUrl: shareToken && context.appUrl ? `${context.appUrl}/public/${shareToken}/r` : undefined,
  };
  // Not spread into the literal: V8 does that a hundred times slower than this (150 ms per 1000 rows).
  return Object.assign(own, identity, usageOf(row, misread));
}

const ATTACHMENT = 'attachment.';

/** `s3_urls` also holds the stored forms of big fields; only `attachment.<name>` are attachments. */
function attachmentsOf(row: WireRow, misread: Misread): readonly Attachment[] {
  const urls = rowOf(row, 's3_urls', misread) ?? {};
  return Object.entries(urls).flatMap(([key, entry]) => {
    if (!key.startsWith(ATTACHMENT)) return [];
    const url = isRow(entry) ? nameOf(entry, 'presigned_url', misread) : undefined;
    if (url === undefined || !isRow(entry)) {
      misread('s3_urls');
      return [];
    }
    const mimeType = nameOf(entry, 'mime_type', misread);
    return [{ name: key.slice(ATTACHMENT.length), url, mimeType }];
  });
}

/** Always an object in LangSmith; a bare value from another server keeps its place under the SDKs' own key. */
export function payloadObject(row: WireRow, field: 'inputs' | 'outputs'): JsonObject | undefined {
  const value = jsonOf(row, field);
  if (value === undefined) return undefined;
  return isRow(value) ? (value as JsonObject) : { [field.slice(0, -1)]: value };
}

export function payloadFromV1(row: WireRow, misread: Misread): RunPayload {
  return {
    id: textOf(row, 'id', misread) ?? '',
    inputs: payloadObject(row, 'inputs'),
    outputs: payloadObject(row, 'outputs'),
    error: textOf(row, 'error', misread),
    extra: objectOf(row, 'extra', misread),
    events: eventsOf(row, misread),
    serialized: jsonOf(row, 'serialized') ?? jsonOf(row, 'manifest'),
    attachments: attachmentsOf(row, misread),
  };
}
