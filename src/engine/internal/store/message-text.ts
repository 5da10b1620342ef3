/**
 * Chat messages in the shapes that runs really hold: LangChain constructors (`{lc, id, kwargs}`),
 * LangChain's plain form (`{type, content}` or `{type, data: {content}}`), OpenAI and Anthropic
 * (`{role, content}`), a pair `[role, text]`, and generations around any of them.
 */
import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import { isObject } from './json.ts';

export type Speaker = 'human' | 'ai' | 'anyone';

const SPEAKERS: Readonly<Record<Speaker, RegExp>> = {
  human: /^(human|user|humanmessage|humanmessagechunk)$/i,
  ai: /^(ai|assistant|model|aimessage|aimessagechunk)$/i,
  anyone: /./,
};

/** Text of the last message of a speaker in a list, a state with `messages`, or a model's reply. */
export function lastMessageText(value: JsonValue, speaker: Speaker): string | undefined {
  const messages = messagesIn(value);
  for (let index = messages.length - 1; index >= 0; index--) {
    const message = messages[index]!;
    if (!SPEAKERS[speaker].test(speakerOf(message) ?? '')) continue;
    const text = messageText(message);
    if (text !== undefined) return text;
  }
  return undefined;
}

/** Text of one message, whoever said it; a model that only calls tools says which. */
export function messageText(value: JsonValue): string | undefined {
  if (Array.isArray(value)) return isPair(value) ? value[1] : undefined;
  const body = bodyOf(value);
  if (!body) return undefined;
  return contentText(body.content) ?? toolCallText(body) ?? contentText(body.text);
}

function messagesIn(value: JsonValue): readonly JsonValue[] {
  if (Array.isArray(value)) return value.flatMap((item) => (isBatch(item) ? item : [item]));
  if (!isObject(value)) return [];
  // A prompt's value holds its messages inside the constructor.
  if (isObject(value.kwargs) && Array.isArray(value.kwargs.messages))
    return messagesIn(value.kwargs.messages);
  if (speakerOf(value) !== undefined) return [value];
  if (Array.isArray(value.messages)) return messagesIn(value.messages);
  if (Array.isArray(value.generations)) return value.generations.flat().map(generationMessage);
  if (Array.isArray(value.choices)) {
    return value.choices.map((choice) => (isObject(choice) ? (choice.message ?? null) : null));
  }
  return [];
}

/** LangChain's model runs hold one list of messages per prompt. */
function isBatch(value: JsonValue): value is JsonValue[] {
  return Array.isArray(value) && !isPair(value);
}

function isPair(value: readonly JsonValue[]): value is [string, string] {
  return value.length === 2 && typeof value[0] === 'string' && typeof value[1] === 'string';
}

/** Completion models have a text and no message. */
function generationMessage(generation: JsonValue): JsonValue {
  if (!isObject(generation)) return null;
  return generation.message ?? { role: 'ai', content: generation.text ?? null };
}

function speakerOf(message: JsonValue): string | undefined {
  if (Array.isArray(message)) return isPair(message) ? message[0] : undefined;
  if (!isObject(message)) return undefined;
  const { role, type, id } = message;
  if (typeof role === 'string') return role;
  if (type === 'constructor' && Array.isArray(id)) return lastWord(id);
  return typeof type === 'string' && ('content' in message || 'data' in message) ? type : undefined;
}

function lastWord(id: readonly JsonValue[]): string | undefined {
  const word = id.at(-1);
  return typeof word === 'string' ? word : undefined;
}

function bodyOf(message: JsonValue): JsonObject | undefined {
  if (!isObject(message)) return undefined;
  if (isObject(message.kwargs)) return message.kwargs;
  return isObject(message.data) ? message.data : message;
}

/** A string, or a list of blocks of which the texts count. */
function contentText(content: JsonValue | undefined): string | undefined {
  const text = Array.isArray(content) ? content.flatMap(blockText).join('\n') : content;
  return typeof text === 'string' && text.trim() !== '' ? text : undefined;
}

function blockText(block: JsonValue): string[] {
  if (typeof block === 'string') return [block];
  return isObject(block) && typeof block.text === 'string' ? [block.text] : [];
}

function toolCallText(body: JsonObject): string | undefined {
  const extra = isObject(body.additional_kwargs) ? body.additional_kwargs.tool_calls : undefined;
  const calls = [body.tool_calls, extra].find((list) => Array.isArray(list) && list.length > 0);
  return Array.isArray(calls) ? calls.map(callText).join('\n') : undefined;
}

function callText(call: JsonValue): string {
  if (!isObject(call)) return JSON.stringify(call);
  const target = isObject(call.function) ? call.function : call;
  const given = target.args ?? target.arguments ?? {};
  const name = typeof target.name === 'string' ? target.name : 'tool';
  return `${name}(${typeof given === 'string' ? given : JSON.stringify(given)})`;
}
