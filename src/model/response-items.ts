/**
 * The item lists of OpenAI's Responses API (`input`, `output`): messages, function calls, their outputs
 * and reasoning stand side by side. Calls and reasoning join the assistant message they belong to.
 */
import type { JsonValue } from '../contract/run.ts';
import type { ChatMessage, ContentPart } from './chat-message.ts';
import { contentOf } from './content-parts.ts';
import { asObject, asString, asText } from './json-access.ts';
import { messageOf } from './message.ts';

export function isResponseItem(value: JsonValue): boolean {
  const type = asString(asObject(value)?.type);
  return type !== undefined && (/_call(_output)?$/.test(type) || type === 'reasoning' || type === 'message');
}

export function messagesOfItems(items: readonly JsonValue[]): readonly ChatMessage[] {
  const messages: ChatMessage[] = [];
  for (const item of items) {
    const next = messageOfItem(item);
    const last = messages.at(-1);
    if (last?.role === 'assistant' && next.role === 'assistant') {
      messages[messages.length - 1] = {
        ...last,
        parts: [...last.parts, ...next.parts],
        toolCalls: [...last.toolCalls, ...next.toolCalls],
      };
    } else messages.push(next);
  }
  return messages;
}

function messageOfItem(item: JsonValue): ChatMessage {
  const fields = asObject(item);
  const type = asString(fields?.type) ?? '';
  if (type.endsWith('_call_output')) {
    const id = asText(fields!.call_id);
    return {
      role: 'tool',
      parts: contentOf(fields!.output).parts,
      toolCalls: [],
      ...(id === undefined ? {} : { toolCallId: id }),
    };
  }
  const message = messageOf(item);
  if (message) return message;
  const content = contentOf([item]);
  if (content.parts.length > 0 || content.toolCalls.length > 0) return { role: 'assistant', ...content };
  const value: ContentPart = { kind: 'json', value: item, label: type };
  return { role: 'assistant', parts: [value], toolCalls: [] };
}
