/** A tool run read as a call and its result. */
import type { JsonObject, JsonValue } from '../contract/run.ts';
import type { ChatMessage } from './chat-message.ts';
import { asString, parsedJson } from './json-access.ts';
import { messageOf } from './message.ts';

/** LangChain records the arguments as one JSON string under `input`. */
export function toolArguments(inputs: JsonObject): JsonValue {
  const text = Object.keys(inputs).length === 1 ? asString(inputs.input) : undefined;
  return text === undefined ? inputs : (parsedJson(text) ?? text);
}

export type ToolResult =
  | { readonly kind: 'message'; readonly message: ChatMessage }
  | { readonly kind: 'value'; readonly value: JsonValue };

/** The envelope {output: x} around a lone value is the SDK's doing (WIRE §6) and is taken off. */
export function toolResult(outputs: JsonObject): ToolResult {
  const keys = Object.keys(outputs);
  const value =
    keys.length === 1 && (keys[0] === 'output' || keys[0] === 'outputs') ? outputs[keys[0]]! : outputs;
  const message = messageOf(value);
  if (message?.role === 'tool') return { kind: 'message', message };
  return { kind: 'value', value: typeof value === 'string' ? (parsedJson(value) ?? value) : value };
}

/** Digits that a JavaScript number may not hold: reading them as data would change them. */
const LONG_NUMBER = /(?<![\w."])\d{16,}/;

/** The data in the text of a tool's answer; undefined where the text itself has to be shown. */
export const resultData = (text: string): JsonValue | undefined =>
  LONG_NUMBER.test(text) ? undefined : parsedJson(text);
