import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import { HttpError } from '../http/http-error.ts';
import type { StoredFeedback } from '../store/types.ts';
import { newId } from '../wire/new-id.ts';
import { normalId } from '../wire/normal-id.ts';
import { parseTime } from '../wire/parse-time.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The server's limit (CONTRACT §10.1). */
const MAX_KEY_LENGTH = 180;

/**
 * A feedback record from whatever a client sends: the body of POST /feedback, a multipart part or a
 * line of an imported file. What is absent or null gets the server's default.
 */
export function feedbackOf(workspace: Workspace, fields: JsonObject): StoredFeedback {
  const key = fields['key'];
  if (typeof key !== 'string' || key === '' || key.length > MAX_KEY_LENGTH) {
    throw new HttpError(422, [
      { loc: ['body', 'key'], msg: `A key is a text of 1 to ${MAX_KEY_LENGTH} characters`, type: 'string' },
    ]);
  }
  const now = workspace.now();
  const createdAt = parseTime(fields['created_at']) ?? now;
  return {
    id: idOf(fields['id']) ?? newId(),
    key,
    score: scoreOf(fields['score']),
    value: fields['value'] ?? null,
    comment: textOf(fields['comment']),
    correction: fields['correction'] ?? null,
    run_id: idOf(fields['run_id']),
    trace_id: idOf(fields['trace_id']),
    session_id: idOf(fields['session_id']),
    start_time: parseTime(fields['start_time']) ?? null,
    is_root: fields['is_root'] === true || (idOf(fields['run_id']) ?? '') === idOf(fields['trace_id']),
    feedback_source: sourceOf(fields['feedback_source']),
    feedback_group_id: idOf(fields['feedback_group_id']),
    comparative_experiment_id: idOf(fields['comparative_experiment_id']),
    feedback_thread_id: textOf(fields['feedback_thread_id']),
    extra: extraOf(fields),
    created_at: createdAt,
    modified_at: parseTime(fields['modified_at']) ?? createdAt,
  };
}

export function scoreOf(value: JsonValue | undefined): number | boolean | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  throw new HttpError(422, [
    { loc: ['body', 'score'], msg: 'Input should be a number or a boolean', type: 'union' },
  ]);
}

/** An evaluator that failed says so with a flag of its own; it is kept where readers look for extras. */
function extraOf(fields: JsonObject): JsonValue {
  if (fields['error'] !== true) return fields['extra'] ?? null;
  const extra = fields['extra'];
  return { ...(isObject(extra) ? extra : {}), error: true };
}

function sourceOf(value: JsonValue | undefined): JsonObject {
  const given = isObject(value) ? value : {};
  return { type: 'api', metadata: null, user_id: null, ls_user_id: null, user_name: null, ...given };
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function idOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? normalId(value) : null;
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
