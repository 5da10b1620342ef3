/** What a retriever found. */
import type { JsonObject, JsonValue } from '../contract/run.ts';
import { asArray, asObject, asString, asText, without, type Json } from './json-access.ts';

export interface RetrievedDocument {
  readonly content: string;
  readonly id?: string;
  readonly title?: string;
  readonly score?: number;
  readonly metadata?: JsonObject;
}

/** Undefined unless every element is a document: half a list would be a lie. An empty list is one. */
export function documentsOf(outputs: JsonObject | undefined): readonly RetrievedDocument[] | undefined {
  if (!outputs) return undefined;
  for (const key of ['documents', 'outputs', 'output', 'docs', 'results']) {
    const list = asArray(outputs[key]);
    const documents = list?.map((entry) => documentOf(entry));
    if (documents?.every((document) => document !== undefined)) return documents;
  }
  return undefined;
}

function documentOf(value: JsonValue): RetrievedDocument | undefined {
  const pair = asArray(value);
  // LangChain's similarity_search_with_score: [document, score].
  if (pair?.length === 2 && typeof pair[1] === 'number') {
    const document = documentOf(pair[0]!);
    return document && { ...document, score: pair[1] };
  }
  const fields = asObject(value);
  if (!fields) return undefined;
  return read(asObject(fields.kwargs) ?? fields);
}

function read(fields: JsonObject): RetrievedDocument | undefined {
  const content =
    asString(fields.page_content) ??
    asString(fields.pageContent) ??
    asString(fields.content) ??
    asString(fields.text);
  if (content === undefined) return undefined;
  const metadata = asObject(fields.metadata);
  const id = asText(fields.id) ?? asText(metadata?.id);
  const title =
    asText(metadata?.title) ?? asText(fields.title) ?? asText(metadata?.source) ?? asText(fields.source);
  const score = scoreOf(fields) ?? (metadata && scoreOf(metadata));
  const beside = without(fields, [...contentKeys, 'metadata', 'id', 'type', 'lc']);
  const shown = metadata || beside ? { ...metadata, ...beside } : undefined;
  return {
    content,
    ...(id === undefined ? {} : { id }),
    ...(title === undefined ? {} : { title }),
    ...(score === undefined ? {} : { score }),
    ...(shown === undefined ? {} : { metadata: shown }),
  };
}

const contentKeys = ['page_content', 'pageContent', 'content', 'text'];

function scoreOf(fields: JsonObject): number | undefined {
  return ['score', 'relevance_score', 'similarity', '_score', 'distance']
    .map((key): Json => fields[key])
    .find((value) => typeof value === 'number') as number | undefined;
}
