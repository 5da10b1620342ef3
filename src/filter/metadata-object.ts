import { type Item, flatten } from './flatten.ts';

/** The pairs that has(metadata, '{"key": "value"}') asks for; undefined when the text is not a JSON object. */
export function metadataObject(text: string): readonly Item[] | undefined {
  const value = parseJson(text);
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? flatten(value) : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A person may be half-way through writing it; the caller says what is expected.
    return undefined;
  }
}
