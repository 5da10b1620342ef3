import { STATUS_WORDS } from './row-state.ts';
import type { RunTable } from './run-table.ts';
import type { Row, StoredFacet } from './types.ts';

/** Of each kind; a facet is a shortcut, the values themselves have no limit. */
const MOST_OF_A_KIND = 20;

/** What the rows have in common, most frequent first, each with the filter that selects it. */
export function facetsOf(table: RunTable, rows: readonly Row[]): readonly StoredFacet[] {
  return [
    ...wordFacets(rows, 'name', table.name.codes, table.names),
    ...wordFacets(rows, 'run_type', table.runType, table.runTypes),
    ...statusFacets(table, rows),
    ...tagFacets(table, rows),
    ...metadataFacets(table, rows),
  ];
}

function wordFacets(
  rows: readonly Row[],
  field: 'name' | 'run_type',
  codes: Int32Array,
  words: { readonly size: number; word(code: number): string },
): StoredFacet[] {
  const counts = new Uint32Array(words.size);
  for (const row of rows) if (codes[row]! >= 0) counts[codes[row]!]!++;
  return top(counts).map(([code, n]) =>
    facet(field, words.word(code), n, `eq(${field}, ${quoted(words.word(code))})`),
  );
}

function statusFacets({ status }: RunTable, rows: readonly Row[]): StoredFacet[] {
  const counts = new Uint32Array(STATUS_WORDS.length);
  for (const row of rows) counts[status[row]!]!++;
  return top(counts).map(([code, n]) =>
    facet('status', STATUS_WORDS[code]!, n, `eq(status, ${quoted(STATUS_WORDS[code]!)})`),
  );
}

function tagFacets({ tags, tagWords }: RunTable, rows: readonly Row[]): StoredFacet[] {
  const counts = new Uint32Array(tagWords.size);
  for (const row of rows) for (const tag of new Set(tags.of(row))) counts[tag]!++;
  return top(counts).map(([code, n]) =>
    facet('tag', tagWords.word(code), n, `has(tags, ${quoted(tagWords.word(code))})`),
  );
}

function metadataFacets({ metadata }: RunTable, rows: readonly Row[]): StoredFacet[] {
  const counts = new Uint32Array(metadata.size);
  for (const row of rows) for (const pair of metadata.postings.of(row)) counts[pair]!++;
  return top(counts).map(([pair, n]) => {
    const path = metadata.path(pair);
    const value = JSON.stringify(metadata.value(pair) ?? null);
    const query = `and(eq(metadata_key, ${quoted(path)}), eq(metadata_value, ${value}))`;
    const text = metadata.value(pair);
    return facet(`metadata.${path}`, text === undefined ? 'null' : String(text), n, query);
  });
}

function facet(key: string, value: string, n: number, query: string): StoredFacet {
  return { key, value, n, query };
}

function quoted(text: string): string {
  return JSON.stringify(text);
}

/** Codes with their counts, most frequent first; equal ones in the order they were first seen. */
function top(counts: Uint32Array): (readonly [code: number, count: number])[] {
  const seen: (readonly [number, number])[] = [];
  for (let code = 0; code < counts.length; code++) if (counts[code]! > 0) seen.push([code, counts[code]!]);
  return seen.toSorted((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, MOST_OF_A_KIND);
}
