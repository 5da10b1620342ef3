/** Careful reading of JSON that other people's programs wrote. */
import type { JsonObject, JsonValue } from '../contract/run.ts';

export type Json = JsonValue | undefined;

export function asObject(value: Json): JsonObject | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
}

export function asArray(value: Json): readonly JsonValue[] | undefined {
  return Array.isArray(value) ? value : undefined;
}

export function asString(value: Json): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

export function asText(value: Json): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The object without the keys, undefined when nothing is left. */
export function without(value: JsonObject, keys: readonly string[]): JsonObject | undefined {
  const rest = Object.entries(value).filter(([key, entry]) => !keys.includes(key) && entry !== null);
  return rest.length === 0 ? undefined : Object.fromEntries(rest);
}

/** JSON in a string, as tool arguments travel; undefined when it is not an object or a list. */
export function parsedJson(text: string): JsonValue | undefined {
  const first = text.trimStart()[0];
  if (first !== '{' && first !== '[') return undefined;
  try {
    const value: JsonValue = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}
