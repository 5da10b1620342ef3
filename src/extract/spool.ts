/**
 * Where records wait until all are there: lines of JSON, in the order they came. Grouped kinds find the
 * lines of a group again by their place, so memory holds places, not payloads (about a hundred bytes per
 * trace or thread).
 */
import type { Feedback, FullRun, JsonObject } from '../contract/run.ts';
import type { Found } from './plan/follow-ups.ts';

/** One line. The names are short because there are millions of them. */
export type SpoolRecord =
  /** A finished row. */
  | { readonly k: 'row'; readonly row: JsonObject }
  /** A tool or retriever run, or a turn of a conversation; `g` is its trace or thread. */
  | { readonly k: 'part'; readonly g: string; readonly run: FullRun }
  | { readonly k: 'root'; readonly g: string; readonly run: FullRun }
  /** What a question found: its runs are read later (plan/follow-ups.ts). */
  | { readonly k: 'found'; readonly g: string; readonly what: keyof Found }
  | { readonly k: 'feedback'; readonly feedback: Feedback };

/** Bytes that can be read at any place, at once: a file of the browser's private file system, or memory. */
export interface SpoolBytes {
  readonly size: number;
  read(from: number, length: number): Uint8Array;
}

const CHUNK = 1 << 20;
const NEWLINE = 10;

export interface SpoolLine {
  readonly from: number;
  readonly length: number;
  readonly record: SpoolRecord;
}

const decoder = new TextDecoder();
const parseRecord = (bytes: Uint8Array) => JSON.parse(decoder.decode(bytes)) as SpoolRecord;

export const recordAt = (bytes: SpoolBytes, from: number, length: number): SpoolRecord =>
  parseRecord(bytes.read(from, length));

/** Every line from first to last; at most a chunk and one line are in memory. */
export function* spoolLines(bytes: SpoolBytes): Generator<SpoolLine> {
  let rest: Uint8Array = new Uint8Array(0);
  let restFrom = 0;
  for (let from = 0; from < bytes.size; from += CHUNK) {
    const chunk = bytes.read(from, Math.min(CHUNK, bytes.size - from));
    const joined = rest.length === 0 ? chunk : concat(rest, chunk);
    let start = 0;
    for (let end = joined.indexOf(NEWLINE); end >= 0; end = joined.indexOf(NEWLINE, start)) {
      yield {
        from: restFrom + start,
        length: end - start,
        record: parseRecord(joined.subarray(start, end)),
      };
      start = end + 1;
    }
    rest = joined.slice(start);
    restFrom += start;
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array {
  const joined = new Uint8Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

export const spoolText = (records: readonly SpoolRecord[]): string =>
  records.map((record) => `${JSON.stringify(record)}\n`).join('');
