/** One message in any of the shapes it is recorded in, or undefined when the value is none. */
import type { JsonObject, JsonValue } from '../contract/run.ts';
import type { ChatMessage, ContentPart } from './chat-message.ts';
import { contentOf } from './content-parts.ts';
import { asArray, asObject, asString, asText, type Json } from './json-access.ts';
import { toolCallsOf } from './tool-call.ts';

export function messageOf(value: Json): ChatMessage | undefined {
  const pair = asArray(value);
  if (pair) return fromPair(pair);
  const fields = asObject(value);
  if (!fields) return undefined;
  return fromConstructor(fields) ?? fromStored(fields) ?? fromRole(fields);
}

/** ["human", "text"], the short form of LangChain's prompts. */
function fromPair(pair: readonly JsonValue[]): ChatMessage | undefined {
  const [role, content] = pair;
  if (pair.length !== 2 || typeof role !== 'string' || !knownRoles.has(role)) return undefined;
  if (typeof content !== 'string' && !Array.isArray(content)) return undefined;
  return build(role, { content });
}

/** {lc, type: "constructor", id: […, "HumanMessage"], kwargs}. */
function fromConstructor(fields: JsonObject): ChatMessage | undefined {
  const path = asArray(fields.id);
  const kwargs = asObject(fields.kwargs);
  const className = asString(path?.at(-1));
  if (!kwargs || className === undefined || !/Message(Chunk)?$/.test(className)) return undefined;
  const role = className.replace(/Message(Chunk)?$/, '').toLowerCase();
  return build(role === 'chat' ? (asText(kwargs.role) ?? role) : role, kwargs);
}

/** {type: "human", data: {content}} of message stores, {type: "human", content} of Python's dumps. */
function fromStored(fields: JsonObject): ChatMessage | undefined {
  const type = asString(fields.type)
    ?.replace(/messagechunk$/i, '')
    .toLowerCase();
  if (type === undefined || !knownRoles.has(type)) return undefined;
  const data = asObject(fields.data) ?? fields;
  return 'content' in data ? build(type, data) : undefined;
}

/** {role, content}: OpenAI, Anthropic, and everybody after them. Gemini says parts. */
function fromRole(fields: JsonObject): ChatMessage | undefined {
  const role = asText(fields.role);
  if (role === undefined) return undefined;
  const hasBody = ['content', 'parts', 'tool_calls', 'function_call', 'refusal'].some((key) => key in fields);
  return hasBody ? build(role, fields) : undefined;
}

function build(recordedRole: string, fields: JsonObject): ChatMessage {
  const content = contentOf(fields.content ?? fields.parts);
  const name = asText(fields.name);
  const toolCallId = asText(fields.tool_call_id);
  const role = plainRole[recordedRole] ?? recordedRole;
  const toolCalls = toolCallsOf(fields, content.toolCalls);
  const parts = [...reasoningBeside(fields), ...content.parts, ...refusal(fields), ...artifact(fields)];
  return {
    role,
    parts: toolCalls.length > 0 ? parts.filter((part) => !isStreamedArguments(part)) : parts,
    toolCalls,
    ...(name === undefined ? {} : { name }),
    ...(toolCallId === undefined ? {} : { toolCallId }),
    ...(fields.status === 'error' ? { isError: true } : {}),
  };
}

/** Pieces of arguments as Anthropic streams them; LangChain joins them into the tool calls and keeps both. */
function isStreamedArguments(part: ContentPart): boolean {
  return part.kind === 'json' && part.label === 'input_json_delta';
}

/** Providers of open models put their reasoning beside the content. */
function reasoningBeside(fields: JsonObject): readonly ContentPart[] {
  const extra = asObject(fields.additional_kwargs);
  const said =
    asText(fields.reasoning_content) ?? asText(extra?.reasoning_content) ?? asText(fields.reasoning);
  if (said !== undefined) return [{ kind: 'reasoning', text: said }];
  return contentOf(asObject(extra?.reasoning)).parts.filter((part) => part.kind === 'reasoning');
}

function refusal(fields: JsonObject): readonly ContentPart[] {
  const said = asText(fields.refusal) ?? asText(asObject(fields.additional_kwargs)?.refusal);
  return said === undefined ? [] : [{ kind: 'refusal', text: said }];
}

/** What a tool kept for the program and did not show to the model. */
function artifact(fields: JsonObject): readonly ContentPart[] {
  const value = fields.artifact;
  return value === undefined || value === null ? [] : [{ kind: 'json', value, label: 'artifact' }];
}

const plainRole: Readonly<Record<string, string>> = {
  human: 'user',
  ai: 'assistant',
  model: 'assistant',
  function: 'tool',
};

const knownRoles = new Set([
  'human',
  'ai',
  'system',
  'tool',
  'function',
  'user',
  'assistant',
  'developer',
  'chat',
]);
