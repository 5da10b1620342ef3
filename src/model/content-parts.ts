/** The content of a message, a string or a list of blocks in any provider's spelling. */
import type { JsonObject, JsonValue } from '../contract/run.ts';
import type { ContentPart, ToolCall } from './chat-message.ts';
import { asArray, asObject, asString, asText, type Json } from './json-access.ts';
import { mediaPart } from './media-source.ts';
import { toolCallOf } from './tool-call.ts';

export interface Content {
  readonly parts: readonly ContentPart[];
  /** Calls that stand among the blocks (Anthropic, LangChain 1.x, Gemini). */
  readonly toolCalls: readonly ToolCall[];
}

export function contentOf(value: Json): Content {
  const blocks = asArray(value) ?? (value === undefined || value === null ? [] : [value]);
  const parts: ContentPart[] = [];
  const toolCalls: ToolCall[] = [];
  for (const block of blocks) {
    const call = callInBlock(block);
    if (call) toolCalls.push(call);
    else parts.push(...partsOfBlock(block));
  }
  return { parts, toolCalls };
}

const callTypes = new Set(['tool_use', 'tool_call', 'function_call', 'server_tool_use', 'mcp_tool_use']);

function callInBlock(block: JsonValue): ToolCall | undefined {
  const fields = asObject(block);
  if (!fields) return undefined;
  const gemini = asObject(fields.functionCall) ?? asObject(fields.function_call);
  if (gemini) return toolCallOf(gemini);
  return callTypes.has(asString(fields.type) ?? '') ? toolCallOf(fields) : undefined;
}

function partsOfBlock(block: JsonValue): readonly ContentPart[] {
  if (typeof block === 'string') return block === '' ? [] : [{ kind: 'text', text: block }];
  const fields = asObject(block);
  if (!fields) return [{ kind: 'json', value: block }];
  const type = asString(fields.type);
  return (type === undefined ? untyped(fields) : typed(type, fields)) ?? [json(fields, type)];
}

function typed(type: string, block: JsonObject): readonly ContentPart[] | undefined {
  switch (type) {
    case 'text':
    case 'input_text':
    case 'output_text':
    case 'summary_text':
      return text(block.text);
    case 'thinking':
    case 'reasoning':
    case 'reasoning_text':
      return reasoning(block);
    case 'redacted_thinking':
      return [{ kind: 'reasoning', text: withheld }];
    case 'refusal':
      return asString(block.refusal) === undefined
        ? undefined
        : [{ kind: 'refusal', text: asString(block.refusal)! }];
    case 'tool_result':
    case 'function_call_output':
      return [toolResult(block)];
    default: {
      const media = mediaPart(type, block);
      return media && [media];
    }
  }
}

/** Gemini and Bedrock name the kind by its key. */
function untyped(block: JsonObject): readonly ContentPart[] | undefined {
  if (typeof block.text === 'string') return text(block.text, block.thought === true);
  const inline = asObject(block.inlineData) ?? asObject(block.inline_data) ?? asObject(block.fileData);
  const media = inline && mediaPart('media', inline);
  if (media) return [media];
  const response = asObject(block.functionResponse) ?? asObject(block.function_response);
  if (response) return [{ kind: 'tool-result', isError: false, parts: [json(response)] }];
  return undefined;
}

function text(value: Json, isThought = false): readonly ContentPart[] | undefined {
  if (typeof value !== 'string') return undefined;
  return value === '' ? [] : [{ kind: isThought ? 'reasoning' : 'text', text: value }];
}

function reasoning(block: JsonObject): readonly ContentPart[] | undefined {
  const said =
    asText(block.thinking) ??
    asText(block.reasoning) ??
    asText(block.text) ??
    textOfList(block.summary) ??
    textOfList(block.content);
  if (said !== undefined) return [{ kind: 'reasoning', text: said }];
  return Array.isArray(block.summary) ? [{ kind: 'reasoning', text: withheld }] : undefined;
}

const withheld = 'The provider did not share this reasoning.';

/** Texts of a list of {text} blocks, joined. */
function textOfList(value: Json): string | undefined {
  const texts = (asArray(value) ?? []).flatMap((entry) => asText(asObject(entry)?.text) ?? []);
  return texts.length === 0 ? undefined : texts.join('\n\n');
}

function toolResult(block: JsonObject): ContentPart {
  const id = asText(block.tool_use_id) ?? asText(block.call_id) ?? asText(block.tool_call_id);
  return {
    kind: 'tool-result',
    ...(id === undefined ? {} : { toolCallId: id }),
    isError: block.is_error === true,
    parts: contentOf(block.content ?? block.output).parts,
  };
}

function json(value: JsonValue, label?: string): ContentPart {
  return label === undefined ? { kind: 'json', value } : { kind: 'json', value, label };
}
