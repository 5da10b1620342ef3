import type { JsonObject } from '../contract/run.ts';
import { isRecord } from '../lib/is-record.ts';
import { prefixed } from './rows/prefixed.ts';

/** `feedback` keeps averages alone, as LangSmith's script does; the counts are in the nested form. */
function keysOf(name: string, value: JsonObject): JsonObject {
  if (name !== 'feedback') return prefixed(name, value);
  return Object.fromEntries(
    Object.entries(value).map(([key, stat]) => [
      `feedback.${key}`,
      isRecord(stat) ? ((stat['avg'] as number | null | undefined) ?? null) : null,
    ]),
  );
}

/** Nested columns as one column per key, in their place. What is no object stays under its own name. */
export function flattenRow(row: JsonObject, nested: ReadonlySet<string>): JsonObject {
  const flat: JsonObject = {};
  for (const [name, value] of Object.entries(row)) {
    if (!nested.has(name) || value === null) {
      if (!nested.has(name)) flat[name] = value;
    } else if (isRecord(value)) Object.assign(flat, keysOf(name, value as JsonObject));
    else flat[name] = value;
  }
  return flat;
}
