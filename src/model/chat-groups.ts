/** Making chats out of messages: what the readers of chat.ts and chat-answers.ts have in common. */
import type { JsonObject, JsonValue } from '../contract/run.ts';
import type { Chat, ChatMessage } from './chat-message.ts';
import { asArray } from './json-access.ts';
import { messageOf } from './message.ts';
import { isResponseItem, messagesOfItems } from './response-items.ts';

export function groupsOf(list: readonly JsonValue[]): readonly (readonly ChatMessage[])[] | undefined {
  const flat = everyMessage(list);
  if (flat) return [flat];
  const nested = list.map((entry) => {
    const inner = asArray(entry);
    return inner && everyMessage(inner);
  });
  return list.length > 0 && nested.every((group) => group !== undefined) ? nested : undefined;
}

/** All or nothing: a list that is only partly messages is better shown as JSON. */
function everyMessage(list: readonly JsonValue[]): readonly ChatMessage[] | undefined {
  if (list.some(isResponseItem) && list.every((item) => isResponseItem(item) || messageOf(item))) {
    return messagesOfItems(list);
  }
  const messages = list.map((entry) => messageOf(entry));
  return messages.every((message) => message !== undefined) ? messages : undefined;
}

export function textMessage(role: string, text: string): ChatMessage {
  return { role, parts: [{ kind: 'text', text }], toolCalls: [] };
}

export function merged(left: JsonObject | undefined, right: JsonObject | undefined): JsonObject | undefined {
  return left || right ? { ...left, ...right } : undefined;
}

export function chat(groups: Chat['groups'], rest: JsonObject | undefined): Chat {
  return rest === undefined ? { groups } : { groups, rest };
}
