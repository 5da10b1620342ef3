/**
 * Inputs or outputs read as chat. Each reader below knows one family of shapes and answers undefined
 * for everything else; what is not messages is kept as `rest`. The raw JSON stays one tab away, so a
 * reader may be wrong without hiding anything.
 */
import type { JsonObject } from '../contract/run.ts';
import type { Chat, ChatMessage } from './chat-message.ts';
import { candidatesOf, choices, generations } from './chat-answers.ts';
import { chat, groupsOf, merged, textMessage } from './chat-groups.ts';
import { asArray, asObject, asText, without } from './json-access.ts';
import { contentOf } from './content-parts.ts';
import { messageOf } from './message.ts';

export type Side = 'inputs' | 'outputs';

/** `runType` decides how far to go: only for model runs is a lone string the text of a message. */
export function chatOf(side: Side, value: JsonObject | undefined, runType: string): Chat | undefined {
  if (!value) return undefined;
  for (const read of side === 'inputs' ? inputReaders : outputReaders) {
    const found = read(value);
    if (found?.groups.some((group) => group.length > 0)) return found;
  }
  return runType === 'llm' ? plainText(side, value) : undefined;
}

type Reader = (value: JsonObject) => Chat | undefined;

/** {messages: […]} or {messages: [[…], […]]}; Anthropic and the Responses API name the system text apart. */
const messageList: Reader = (value) => {
  const key = ['messages', 'chat_history', 'contents', 'new_messages'].find((name) =>
    Array.isArray(value[name]),
  );
  const list = key === undefined ? undefined : asArray(value[key]);
  const groups = list && groupsOf(list);
  if (!groups) return undefined;
  const system = systemOf(value);
  return chat(
    groups.map((group) => [...system, ...group]),
    without(value, [key!, ...(system.length > 0 ? systemKeys : [])]),
  );
};

const systemKeys = ['system', 'instructions', 'system_instruction', 'systemInstruction'];

function systemOf(value: JsonObject): readonly ChatMessage[] {
  return systemKeys.flatMap((key) => {
    const fields = asObject(value[key]);
    const { parts } = contentOf(fields?.parts ?? value[key]);
    return parts.length === 0 ? [] : [{ role: 'system', parts, toolCalls: [] }];
  });
}

/** Responses API: {input: "…" | [items], instructions}, {output: [items]}. LangGraph: {output: {messages}}. */
const itemsUnder =
  (key: string, role: string): Reader =>
  (value) => {
    const under = value[key];
    const list = asArray(under);
    const rest = without(value, [key, 'instructions']);
    if (list) {
      const groups = groupsOf(list);
      return (
        groups &&
        chat(
          groups.map((group) => [...instructions(value, key), ...group]),
          rest,
        )
      );
    }
    const text = asText(under);
    if (text !== undefined && ('model' in value || 'instructions' in value)) {
      return chat([[...instructions(value, key), textMessage(role, text)]], rest);
    }
    const inner = asObject(under);
    const message = inner && messageOf(inner);
    if (message) return chat([[message]], rest);
    const update = inner && (messageList(inner) ?? wrapped(inner));
    return update && chat(update.groups, merged(rest, update.rest));
  };

function instructions(value: JsonObject, key: string): readonly ChatMessage[] {
  const text = key === 'input' ? asText(value.instructions) : undefined;
  return text === undefined ? [] : [textMessage('system', text)];
}

/** {prompts: ["…"]} of LangChain text models, {prompt: "…" | ["…"]} of completions. */
const prompts: Reader = (value) => {
  const key = ['prompts', 'prompt'].find((name) => name in value);
  const under = key === undefined ? undefined : value[key];
  const texts = typeof under === 'string' ? [under] : asArray(under);
  if (!texts || texts.length === 0 || !texts.every((text) => typeof text === 'string')) return undefined;
  return chat(
    texts.map((text) => [textMessage('user', text)]),
    without(value, [key!]),
  );
};

/** LangChain's prompt values keep their messages in kwargs; functions traced with arguments keep them in `args`. */
const wrapped: Reader = (value) => {
  const kwargs = value.type === 'constructor' ? asObject(value.kwargs) : undefined;
  if (kwargs) return messageList(kwargs);
  const args = asArray(value.args);
  const first = asObject(args?.[0]);
  const inner = first && messageList(first);
  if (!inner) return undefined;
  const others = args && args.length > 1 ? { args: args.slice(1) } : undefined;
  return chat(inner.groups, merged(merged(without(value, ['args']), others), inner.rest));
};

/** The value itself is one message: Anthropic's answer, a wrapped client's return. */
const single: Reader = (value) => {
  const message = messageOf(value);
  return message && chat([[message]], without(value, messageKeys));
};

const messageKeys = [
  'role',
  'content',
  'type',
  'tool_calls',
  'name',
  'lc',
  'id',
  'kwargs',
  'refusal',
  'parts',
];

const inputReaders: readonly Reader[] = [messageList, itemsUnder('input', 'user'), prompts, wrapped, single];
const outputReaders: readonly Reader[] = [
  generations,
  choices,
  candidatesOf,
  messageList,
  itemsUnder('output', 'assistant'),
  itemsUnder('outputs', 'assistant'),
  itemsUnder('message', 'assistant'),
  wrapped,
  single,
];

/** Traceable functions: {input: "…"}, {output: "…"}, one string under a key of their own. */
function plainText(side: Side, value: JsonObject): Chat | undefined {
  const entries = Object.entries(value).filter(([, entry]) => entry !== null);
  const named = entries.find(([key]) => ['input', 'output', 'outputs', 'text', 'completion'].includes(key));
  const [key, text] = named ?? (entries.length === 1 ? entries[0]! : []);
  if (typeof text !== 'string') return undefined;
  return chat([[textMessage(side === 'inputs' ? 'user' : 'assistant', text)]], without(value, [key!]));
}
