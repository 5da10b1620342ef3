/** Reads recorded JSON without believing it: what has another type than asked for is absent. */
import type { JsonObject, JsonValue } from '../../contract/run.ts';

export function textOf(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}

export function objectOf(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
