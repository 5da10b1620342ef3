import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import { parseTime } from '../wire/parse-time.ts';

/** One entry of an imported file. */
export interface ImportRecord {
  readonly kind: 'run' | 'project' | 'feedback' | 'attachment';
  readonly fields: JsonObject;
}

const WRAPPED = ['project', 'feedback', 'attachment'] as const;

/** What a JSON value of a file is, or a sentence saying why it is nothing. */
export function recordOf(value: JsonValue): ImportRecord | string {
  if (!isObject(value)) return `it is ${nameOf(value)}, not a JSON object`;
  for (const kind of WRAPPED) {
    const fields = value[kind];
    if (isObject(fields) && !('id' in value)) return { kind, fields };
  }
  if (typeof value['id'] !== 'string') return 'it has no "id"';
  if (typeof value['name'] !== 'string') return 'it has no "name"';
  if (parseTime(value['start_time']) === undefined) return 'it has no readable "start_time"';
  return { kind: 'run', fields: value };
}

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function nameOf(value: JsonValue): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
