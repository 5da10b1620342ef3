/**
 * A thread as one chat, in the shape that fine-tuning tools and evaluators read: `messages` of
 * `{role, content}`.
 */
import type { FullRun, JsonObject, JsonValue } from '../../contract/run.ts';
import { printTimestamp } from '../../contract/timestamp.ts';
import { chatOf, type Side } from '../../model/chat.ts';
import type { ChatMessage, ContentPart } from '../../model/chat-message.ts';
import { chatMerge } from './chat-merge.ts';

const partJson = (part: ContentPart): JsonValue =>
  part.kind === 'text' ? { type: 'text', text: part.text } : (structuredJson(part) as JsonValue);

const structuredJson = ({ kind, ...rest }: ContentPart) => ({ type: kind, ...rest });

function contentJson(parts: readonly ContentPart[]): JsonValue {
  if (parts.length === 0) return null;
  if (parts.length === 1 && parts[0]!.kind === 'text') return parts[0]!.text;
  return parts.map(partJson);
}

/** OpenAI's spelling, which the others have come to read. */
function messageJson(message: ChatMessage): JsonObject {
  const { role, name, parts, toolCalls, toolCallId } = message;
  return {
    role,
    ...(name === undefined ? {} : { name }),
    content: contentJson(parts),
    ...(toolCalls.length === 0
      ? {}
      : {
          tool_calls: toolCalls.map(({ id, name: called, args }) => ({
            ...(id === undefined ? {} : { id }),
            type: 'function',
            function: {
              name: called,
              arguments: typeof args === 'string' ? args : JSON.stringify(args),
            },
          })),
        }),
    ...(toolCallId === undefined ? {} : { tool_call_id: toolCallId }),
  };
}

/** What cannot be read as a chat is one message with the JSON as its text, so that nothing is lost. */
function messagesOf(side: Side, value: JsonObject | undefined, runType: string): readonly JsonObject[] {
  if (value === undefined || Object.keys(value).length === 0) return [];
  // The root of a turn is usually a chain; one lone text in it is what the person said.
  const group = (chatOf(side, value, runType) ?? chatOf(side, value, 'llm'))?.groups[0];
  if (group) return group.map(messageJson);
  return [{ role: side === 'inputs' ? 'user' : 'assistant', content: JSON.stringify(value) }];
}

/** `turns` are the root runs of one thread, in any order; one that came twice counts once. */
export function conversationRow(turns: readonly FullRun[]): JsonObject {
  const distinct = [...new Map(turns.map((turn) => [turn.run.id, turn])).values()];
  const inOrder = distinct.toSorted((a, b) => a.run.startTime - b.run.startTime);
  const chat = chatMerge();
  for (const { run, payload } of inOrder) {
    chat.add(messagesOf('inputs', payload.inputs, run.runType), true);
    chat.add(messagesOf('outputs', payload.outputs, run.runType), false);
    if (payload.error !== undefined && payload.outputs === undefined)
      chat.note({ role: 'assistant', content: null, error: payload.error });
  }
  const first = inOrder[0]!.run;
  return {
    thread_id: first.threadId ?? null,
    turns: inOrder.length,
    run_ids: inOrder.map(({ run }) => run.id),
    start_time: printTimestamp(first.startTime),
    messages: [...chat.messages],
  };
}
