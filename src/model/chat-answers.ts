/** Answers of models, one group per candidate. */
import type { JsonObject } from '../contract/run.ts';
import type { Chat, ChatMessage } from './chat-message.ts';
import { chat, textMessage } from './chat-groups.ts';
import { asArray, asObject, asString, without, type Json } from './json-access.ts';
import { messageOf } from './message.ts';

type Reader = (value: JsonObject) => Chat | undefined;

/** {generations: [[{message, text}]]}: one list per prompt, each with its candidates. */
export const generations: Reader = (value) => {
  const list = asArray(value.generations);
  const candidates = list?.flatMap((entry) => asArray(entry) ?? [entry]);
  const groups = candidates?.map((candidate) => {
    const fields = asObject(candidate);
    const message = messageOf(fields?.message) ?? textIn(fields?.text);
    return message && [message];
  });
  return complete(groups, without(value, ['generations']));
};

/** {choices: [{message | delta | text}]}. */
export const choices: Reader = (value) => {
  const groups = asArray(value.choices)?.map((choice) => {
    const fields = asObject(choice);
    const message = messageOf(fields?.message) ?? messageOf(fields?.delta) ?? textIn(fields?.text);
    return message && [message];
  });
  return complete(groups, without(value, ['choices']));
};

/** Gemini: {candidates: [{content: {role, parts}}]}. */
export const candidatesOf: Reader = (value) => {
  const groups = asArray(value.candidates)?.map((candidate) => {
    const content = asObject(asObject(candidate)?.content);
    const message = content && messageOf({ role: 'model', ...content });
    return message && [message];
  });
  return complete(groups, without(value, ['candidates']));
};

function textIn(value: Json): ChatMessage | undefined {
  const text = asString(value);
  return text === undefined ? undefined : textMessage('assistant', text);
}

function complete(
  groups: readonly (readonly ChatMessage[] | undefined)[] | undefined,
  rest: JsonObject | undefined,
): Chat | undefined {
  return groups && groups.length > 0 && groups.every((group) => group !== undefined)
    ? chat(groups, rest)
    : undefined;
}
