import type { JsonObject } from '../../contract/run.ts';

/** One column per key, one level deep; what lies deeper stays JSON. */
export const prefixed = (prefix: string, value: JsonObject | undefined): JsonObject =>
  Object.fromEntries(Object.entries(value ?? {}).map(([key, entry]) => [`${prefix}.${key}`, entry]));
