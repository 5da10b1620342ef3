import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import { HttpError } from '../http/http-error.ts';
import { normalId } from '../wire/normal-id.ts';
import { putFeedback } from '../workspace/link-feedback.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { applyRun, type Operation } from './apply-run.ts';
import { feedbackOf } from './feedback-of.ts';
import type { Part } from './parse-multipart.ts';

interface Collected {
  /** In order of first appearance; an operation is the sum of its parts. */
  readonly runs: Map<string, { readonly operation: Operation; readonly fields: JsonObject }>;
  readonly attachments: { readonly runId: string; readonly name: string; readonly part: Part }[];
  readonly feedback: JsonObject[];
  readonly ignored: string[];
}

/**
 * The parts of POST /runs/multipart (WIRE §3). Everything is read before anything is written, so a
 * broken batch leaves no half behind. Answers the names of parts nobody knows.
 */
export function ingestParts(workspace: Workspace, parts: readonly Part[]): readonly string[] {
  const collected: Collected = { runs: new Map(), attachments: [], feedback: [], ignored: [] };
  for (const part of parts) collect(collected, part);
  for (const { operation, fields } of collected.runs.values()) applyRun(workspace, operation, fields);
  for (const { runId, name, part } of collected.attachments) {
    workspace.store.attach({ runId, name, mimeType: part.mimeType, bytes: part.bytes.slice() });
  }
  for (const feedback of collected.feedback) putFeedback(workspace, feedbackOf(workspace, feedback));
  return collected.ignored;
}

function collect(into: Collected, part: Part): void {
  const [kind, id = '', ...rest] = part.name.split('.');
  const field = rest.join('.');
  switch (kind) {
    case 'post':
      return collectRun(into, 'create', id, field, part);
    case 'patch':
      return collectRun(into, 'update', id, field, part);
    case 'attachment':
      into.attachments.push({ runId: normalId(id), name: field, part });
      return;
    case 'feedback':
      into.feedback.push(objectOf(part));
      return;
    default:
      into.ignored.push(part.name);
  }
}

function collectRun(into: Collected, operation: Operation, id: string, field: string, part: Part): void {
  const key = `${operation}.${id}`;
  let run = into.runs.get(key);
  if (!run) into.runs.set(key, (run = { operation, fields: { id } }));
  if (field === '') Object.assign(run.fields, objectOf(part), { id });
  else run.fields[field] = jsonOf(part);
}

function objectOf(part: Part): JsonObject {
  const value = jsonOf(part);
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return value;
  throw new HttpError(422, `Part "${part.name}" must hold a JSON object`);
}

function jsonOf(part: Part): JsonValue {
  try {
    return JSON.parse(new TextDecoder().decode(part.bytes)) as JsonValue;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new HttpError(422, `Part "${part.name}" is not JSON: ${reason}`);
  }
}
