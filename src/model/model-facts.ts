/** Which model answered a run and how it was set, from the places where SDKs write it. */
import type { JsonObject, JsonValue } from '../contract/run.ts';
import { asObject, asText, type Json } from './json-access.ts';

export interface ModelFacts {
  readonly name: string | undefined;
  /** "temperature 0.3": those that change answers; all others stay with the metadata. */
  readonly settings: readonly string[];
}

const NAMES = ['model', 'model_name', 'model_id', 'modelId', 'deployment_name', 'azure_deployment'];

/** By the word that is shown; the first spelling that is there counts. */
const SETTINGS: Readonly<Record<string, readonly string[]>> = {
  temperature: ['temperature'],
  'top p': ['top_p', 'topP'],
  'top k': ['top_k', 'topK'],
  'max tokens': ['max_tokens', 'max_completion_tokens', 'max_output_tokens', 'maxOutputTokens'],
  'reasoning effort': ['reasoning_effort', 'effort'],
  stop: ['stop', 'stop_sequences'],
  seed: ['seed'],
};

/** The name as LangSmith itself lists models. */
export const modelNameIn = (metadata: JsonObject | undefined): string | undefined =>
  asText(metadata?.['ls_model_name']);

/** Without the date of the version, where there is little room. */
export const shortModelName = (name: string): string => name.replace(/[-@](?:\d{8}|\d{4}-\d{2}-\d{2})$/, '');

export function modelFacts(metadata: JsonObject | undefined, invocation: Json): ModelFacts {
  const told = asObject(metadata?.['ls_invocation_params']);
  const params = { ...told, ...asObject(invocation) };
  const reasoning = asObject(params['reasoning']);
  const settings = Object.entries(SETTINGS).flatMap(([word, keys]) => {
    const value = firstOf(keys, [params, reasoning ?? {}, prefixed(metadata)]);
    const text = value === undefined ? undefined : shortly(value);
    return text === undefined ? [] : [`${word} ${text}`];
  });
  const named = NAMES.map((key) => asText(params[key])).find((name) => name !== undefined);
  return { name: modelNameIn(metadata) ?? named, settings };
}

/** ls_temperature and the like, under their plain names. */
const prefixed = (metadata: JsonObject = {}): JsonObject =>
  Object.fromEntries(
    Object.entries(metadata).flatMap(([key, value]) =>
      key.startsWith('ls_') ? [[key.slice(3), value]] : [],
    ),
  );

function firstOf(keys: readonly string[], places: readonly JsonObject[]): JsonValue | undefined {
  for (const place of places) {
    const key = keys.find((name) => place[name] !== undefined && place[name] !== null);
    if (key !== undefined) return place[key];
  }
  return undefined;
}

const LONGEST = 40;

/** Undefined for what says nothing, such as an empty list of stop words. */
function shortly(value: JsonValue): string | undefined {
  if (Array.isArray(value) && value.length === 0) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
