import type { JsonValue } from '../../../contract/run.ts';
import { cut } from './cut-text.ts';
import { isObject } from './json.ts';
import { lastMessageText, messageText, type Speaker } from './message-text.ts';

/** LangSmith's length is unknown (UNKNOWNS U22). */
const PREVIEW_LENGTH = 250;

/** Under these keys programs keep the one text that says what a run is about. */
const INPUT_KEYS = ['input', 'question', 'query', 'prompt', 'text', 'content', 'message', 'topic'];
const OUTPUT_KEYS = [
  'output',
  'outputs',
  'answer',
  'content',
  'text',
  'result',
  'response',
  'message',
  'completion',
];

/** What a person would read first: the last thing a human said, else the text under the usual names. */
export function inputsPreview(inputs: JsonValue | undefined): string | undefined {
  return preview(inputs, 'human', INPUT_KEYS);
}

/** The last thing the model said, else the text under the usual names. */
export function outputsPreview(outputs: JsonValue | undefined): string | undefined {
  return preview(outputs, 'ai', OUTPUT_KEYS);
}

function preview(
  value: JsonValue | undefined,
  speaker: Speaker,
  keys: readonly string[],
): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text =
    lastMessageText(value, speaker) ??
    namedText(value, keys, speaker) ??
    lastMessageText(value, 'anyone') ??
    onlyText(value);
  return cut(text ?? JSON.stringify(value), PREVIEW_LENGTH);
}

function namedText(value: JsonValue, keys: readonly string[], speaker: Speaker): string | undefined {
  if (!isObject(value)) return undefined;
  for (const key of keys) {
    const inner = value[key];
    if (inner === undefined || inner === null) continue;
    const text = textOf(inner, speaker);
    if (text !== undefined) return text;
  }
  return undefined;
}

function textOf(value: JsonValue, speaker: Speaker): string | undefined {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  return lastMessageText(value, speaker) ?? messageText(value);
}

/** `{"city": "Oslo"}` reads better as Oslo; with several keys the JSON says more. */
function onlyText(value: JsonValue): string | undefined {
  if (typeof value === 'string') return value;
  if (!isObject(value)) return undefined;
  const [only, ...more] = Object.values(value);
  return more.length === 0 && typeof only === 'string' && only.trim() !== '' ? only : undefined;
}
