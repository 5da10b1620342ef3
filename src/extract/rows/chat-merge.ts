/**
 * One chat from turns that repeat each other. Programs record a turn with the whole history in its input, with
 * the last so many messages of it, or (LangGraph) with the full state in its output. What repeats is left out,
 * and only that: when in doubt a message stands twice rather than not at all.
 */
import type { JsonObject } from '../../contract/run.ts';
import { isRecord } from '../../lib/is-record.ts';

const isSystem = ({ role }: JsonObject) => role === 'system' || role === 'developer';

/** Ids of calls differ between two records of one message. */
function keyOf({ role, content, tool_calls }: JsonObject): string {
  const calls = Array.isArray(tool_calls)
    ? tool_calls.map((call) => (isRecord(call) ? call['function'] : call))
    : [];
  return JSON.stringify([role, content ?? null, calls]);
}

/** With how many of its first messages `next` repeats the last ones of `said`. */
function repeatedTail(said: readonly string[], next: readonly string[]): number {
  for (let length = Math.min(said.length, next.length); length > 0; length -= 1) {
    const start = said.length - length;
    if (next.slice(0, length).every((key, index) => key === said[start + index])) return length;
  }
  return 0;
}

/**
 * A history from the very beginning in which turns are left out, as programs do with turns that failed. Two
 * messages at least: one alone may be somebody saying the same again.
 */
function repeatedStart(said: readonly string[], next: readonly string[]): number {
  if (next[0] !== said[0]) return 0;
  let at = 0;
  let count = 0;
  for (const key of next) {
    const found = said.indexOf(key, at);
    if (found < 0) break;
    at = found + 1;
    count += 1;
  }
  return count >= 2 ? count : 0;
}

export interface ChatMerge {
  /** `isAsked`: the last message is what the person said now, whatever stood before. */
  add(next: readonly JsonObject[], isAsked: boolean): void;
  /** Stands in the chat, and no program repeats it. */
  note(message: JsonObject): void;
  readonly messages: readonly JsonObject[];
}

export function chatMerge(): ChatMerge {
  const messages: JsonObject[] = [];
  /** Without system prompts: those change from turn to turn, and the history behind them is still the same. */
  const said: string[] = [];
  let prompts: readonly string[] = [];

  function repeated(next: readonly string[], isAsked: boolean): number {
    const count = Math.max(repeatedTail(said, next), repeatedStart(said, next));
    return isAsked ? Math.min(count, next.length - 1) : count;
  }

  return {
    messages,
    note: (message) => void messages.push(message),
    add(next, isAsked) {
      const spoken = next.filter((message) => !isSystem(message)).map(keyOf);
      const isQuestion = isAsked && next.at(-1)?.['role'] === 'user';
      let old = repeated(spoken, isQuestion);
      const known = prompts;
      const system = next.filter(isSystem).map(keyOf);
      if (system.length > 0) prompts = system;
      for (const message of next) {
        const key = keyOf(message);
        if (isSystem(message)) {
          if (!known.includes(key)) messages.push(message);
        } else if (old > 0) old -= 1;
        else {
          messages.push(message);
          said.push(key);
        }
      }
    },
  };
}
