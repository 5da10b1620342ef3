import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import { isObject } from './json.ts';

export type Details = Readonly<Record<string, number>>;

/** Tokens and dollars of one run as far as it says them. */
export interface PartialUsage {
  readonly total_tokens?: number;
  readonly prompt_tokens?: number;
  readonly completion_tokens?: number;
  readonly total_cost?: number;
  readonly prompt_cost?: number;
  readonly completion_cost?: number;
  readonly prompt_token_details?: Details;
  readonly completion_token_details?: Details;
  readonly prompt_cost_details?: Details;
  readonly completion_cost_details?: Details;
}

const USAGE_FIELDS = [
  'total_tokens',
  'prompt_tokens',
  'completion_tokens',
  'total_cost',
  'prompt_cost',
  'completion_cost',
  'prompt_token_details',
  'completion_token_details',
  'prompt_cost_details',
  'completion_cost_details',
] as const satisfies readonly (keyof PartialUsage)[];

/** `usage_metadata` as LangSmith defines it, and the two spellings of OpenAI that programs put beside it. */
export function readUsage(value: JsonValue | undefined): PartialUsage | undefined {
  if (!isObject(value)) return undefined;
  const prompt = first(value, 'input_tokens', 'prompt_tokens', 'promptTokens');
  const completion = first(value, 'output_tokens', 'completion_tokens', 'completionTokens');
  const sum =
    prompt === undefined && completion === undefined ? undefined : (prompt ?? 0) + (completion ?? 0);
  return settled({
    total_tokens: first(value, 'total_tokens', 'totalTokens') ?? sum,
    prompt_tokens: prompt,
    completion_tokens: completion,
    total_cost: first(value, 'total_cost') ?? costSum(value),
    prompt_cost: first(value, 'input_cost'),
    completion_cost: first(value, 'output_cost'),
    prompt_token_details: details(value.input_token_details),
    completion_token_details: details(value.output_token_details),
    prompt_cost_details: details(value.input_cost_details),
    completion_cost_details: details(value.output_cost_details),
  });
}

/**
 * Where model runs report their use in the outputs: at the top, in LangChain's `llm_output`, or in the
 * message of each generation. One place is enough; several say the same thing.
 */
export function usageInOutputs(outputs: JsonValue | undefined): PartialUsage | undefined {
  if (!isObject(outputs)) return undefined;
  return (
    readUsage(outputs.usage_metadata) ??
    usageInGenerations(outputs.generations) ??
    readUsage(member(outputs.llm_output, 'token_usage')) ??
    readUsage(member(outputs.llmOutput, 'tokenUsage')) ??
    readUsage(outputs.usage)
  );
}

/** Totals of a complete run, as LangSmith's read API prints them; costs may be decimal strings. */
export function readGivenTotals(
  run: Readonly<Record<string, JsonValue | undefined>>,
): PartialUsage | undefined {
  // SDKs never send any; only complete runs carry them.
  if (USAGE_FIELDS.every((field) => run[field] === undefined || run[field] === null)) return undefined;
  return settled({
    total_tokens: number(run.total_tokens),
    prompt_tokens: number(run.prompt_tokens),
    completion_tokens: number(run.completion_tokens),
    total_cost: number(run.total_cost),
    prompt_cost: number(run.prompt_cost),
    completion_cost: number(run.completion_cost),
    prompt_token_details: details(run.prompt_token_details),
    completion_token_details: details(run.completion_token_details),
    prompt_cost_details: details(run.prompt_cost_details),
    completion_cost_details: details(run.completion_cost_details),
  });
}

export function addDetails(a: Details | undefined, b: Details | undefined): Details | undefined {
  if (!a || !b) return a ?? b;
  const sum: Record<string, number> = { ...a };
  for (const [category, amount] of Object.entries(b)) sum[category] = (sum[category] ?? 0) + amount;
  return sum;
}

function addUsage(a: PartialUsage | undefined, b: PartialUsage): PartialUsage {
  if (!a) return b;
  const add = (x: number | undefined, y: number | undefined) => (x === undefined ? y : x + (y ?? 0));
  return settled({
    total_tokens: add(a.total_tokens, b.total_tokens),
    prompt_tokens: add(a.prompt_tokens, b.prompt_tokens),
    completion_tokens: add(a.completion_tokens, b.completion_tokens),
    total_cost: add(a.total_cost, b.total_cost),
    prompt_cost: add(a.prompt_cost, b.prompt_cost),
    completion_cost: add(a.completion_cost, b.completion_cost),
    prompt_token_details: addDetails(a.prompt_token_details, b.prompt_token_details),
    completion_token_details: addDetails(a.completion_token_details, b.completion_token_details),
    prompt_cost_details: addDetails(a.prompt_cost_details, b.prompt_cost_details),
    completion_cost_details: addDetails(a.completion_cost_details, b.completion_cost_details),
  })!;
}

/** One list of alternatives per prompt: the first alternative carries the bill of its prompt. */
function usageInGenerations(generations: JsonValue | undefined): PartialUsage | undefined {
  if (!Array.isArray(generations)) return undefined;
  let total: PartialUsage | undefined;
  const nested = generations.some(Array.isArray);
  const chosen = nested
    ? generations.map((list) => (Array.isArray(list) ? list[0] : list))
    : generations.slice(0, 1);
  for (const generation of chosen) {
    const message = member(generation, 'message');
    const usage = readUsage(
      member(member(message, 'kwargs'), 'usage_metadata') ?? member(message, 'usage_metadata'),
    );
    if (usage) total = addUsage(total, usage);
  }
  return total;
}

function costSum(usage: JsonObject): number | undefined {
  const prompt = first(usage, 'input_cost');
  const completion = first(usage, 'output_cost');
  return prompt === undefined && completion === undefined ? undefined : (prompt ?? 0) + (completion ?? 0);
}

function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return isObject(value) ? value[key] : undefined;
}

function first(value: JsonObject, ...keys: readonly string[]): number | undefined {
  for (const key of keys) {
    const found = number(value[key]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function number(value: JsonValue | undefined): number | undefined {
  const read = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof read === 'number' && Number.isFinite(read) ? read : undefined;
}

/** v2 wraps details as `{raw: {…}}` (CONTRACT §7.2). */
function details(value: JsonValue | undefined): Details | undefined {
  if (!isObject(value)) return undefined;
  const raw = isObject(value.raw) ? value.raw : value;
  const amounts = Object.entries(raw).flatMap(([category, amount]) => {
    const read = number(amount);
    return read === undefined ? [] : [[category, read] as const];
  });
  return amounts.length === 0 ? undefined : Object.fromEntries(amounts);
}

/** Undefined fields dropped; nothing said = undefined. */
function settled(usage: Partial<Record<keyof PartialUsage, number | Details>>): PartialUsage | undefined {
  let isSaid = false;
  for (const field of USAGE_FIELDS) {
    if (usage[field] === undefined) delete usage[field];
    else isSaid = true;
  }
  return isSaid ? (usage as PartialUsage) : undefined;
}
