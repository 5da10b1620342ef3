import type { JsonObject, JsonValue } from '../contract/run.ts';
import type { ToolCall } from './chat-message.ts';
import { asArray, asObject, asText, parsedJson, type Json } from './json-access.ts';

/** One call: LangChain {name, args}, OpenAI {function: {name, arguments}}, Anthropic {name, input}, Gemini {name, args}. */
export function toolCallOf(value: Json): ToolCall | undefined {
  const fields = asObject(value);
  if (!fields) return undefined;
  const fn = asObject(fields.function) ?? fields;
  const name = asText(fn.name) ?? asText(fields.name);
  if (name === undefined) return undefined;
  const id = asText(fields.call_id) ?? asText(fields.id) ?? asText(fields.tool_call_id);
  const problem = asText(fields.error);
  return {
    name,
    args: argsOf(fn.arguments ?? fn.args ?? fn.input ?? fn.parameters),
    ...(id === undefined ? {} : { id }),
    ...(problem === undefined ? {} : { problem }),
  };
}

function argsOf(value: Json): JsonValue {
  if (typeof value === 'string') return parsedJson(value) ?? value;
  return value ?? {};
}

/** The calls of a message, wherever the framework put them, each once. */
export function toolCallsOf(message: JsonObject, inContent: readonly ToolCall[]): readonly ToolCall[] {
  const extra = asObject(message.additional_kwargs);
  const own = callsIn(message.tool_calls);
  const found = [
    ...(own.length > 0 ? own : [...callsIn(extra?.tool_calls), ...callsIn([extra?.function_call ?? null])]),
    ...callsIn(message.invalid_tool_calls),
    ...callsIn([message.function_call ?? null]),
    ...inContent,
  ];
  const known = new Set<string>();
  return found.filter((call) => {
    // Without an id, two equal calls may be meant.
    if (call.id === undefined) return true;
    if (known.has(call.id)) return false;
    known.add(call.id);
    return true;
  });
}

function callsIn(value: Json): readonly ToolCall[] {
  return (asArray(value) ?? []).flatMap((entry) => toolCallOf(entry) ?? []);
}
