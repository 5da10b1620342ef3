import type { JsonObject, JsonValue } from '../../../contract/run.ts';

/** In this order; every one of them also counts when a filter asks for thread_id (CONTRACT §11). */
export const THREAD_KEYS = ['thread_id', 'session_id', 'conversation_id'] as const;

export function threadInMetadata(metadata: JsonObject | undefined): string | undefined {
  for (const key of THREAD_KEYS) {
    const thread = threadText(metadata?.[key]);
    if (thread !== undefined) return thread;
  }
  return undefined;
}

/** Some programs use a number. */
export function threadText(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
