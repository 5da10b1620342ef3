import type { JsonObject, JsonValue } from '../../../contract/run.ts';

export function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `{}` and `[]` and the empty string say nothing: SDKs send them for "not known yet" (WIRE §8). */
export function isBlank(value: JsonValue): boolean {
  if (value === null || value === '') return true;
  if (typeof value !== 'object') return false;
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}
