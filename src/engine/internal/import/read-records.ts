import type { JsonValue } from '../../../contract/run.ts';
import { isObject, recordOf, type ImportRecord } from './import-record.ts';
import { readLines } from './read-lines.ts';

export type ReadRecord =
  | { readonly line: number; readonly record: ImportRecord }
  | { readonly line: number; readonly reason: string };

/**
 * Records of a file: one JSON object per line, or one JSON document that is a list of runs or an
 * object with a list `runs` (an answer of runs/query saved as it came). Lines of a document count its
 * entries.
 */
export async function* readRecords(
  stream: ReadableStream<Uint8Array>,
): AsyncGenerator<readonly ReadRecord[]> {
  let number = 0;
  let text: string[] | undefined;
  let isDecided = false;
  for await (const lines of readLines(stream)) {
    const first = isDecided ? undefined : lines.find((line) => line.trim() !== '');
    if (first !== undefined) {
      isDecided = true;
      if (startsDocument(first.trim())) text = [];
    }
    if (text) {
      text.push(...lines);
      continue;
    }
    const records: ReadRecord[] = [];
    for (const line of lines) {
      number++;
      if (line.trim() !== '') records.push(parseLine(line, number));
    }
    yield records;
  }
  if (text) yield documentRecords(text);
}

/** A list, or an object that does not end on its line, or one that holds a list of runs. */
function startsDocument(first: string): boolean {
  if (!first.startsWith('{')) return first.startsWith('[');
  const parsed = parse(first);
  return parsed === undefined ? !first.endsWith('}') : runsOf(parsed.value) !== undefined;
}

function documentRecords(lines: readonly string[]): readonly ReadRecord[] {
  const document = parse(lines.join('\n'));
  const list = Array.isArray(document?.value) ? document.value : runsOf(document?.value);
  // Not a document after all: a file of lines whose first line is broken.
  if (!list) return lines.flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, index + 1)]));
  return list.map((value, index) => toRead(value, index + 1));
}

function parseLine(line: string, number: number): ReadRecord {
  const parsed = parse(line);
  return parsed ? toRead(parsed.value, number) : { line: number, reason: 'it is not JSON, or it is cut off' };
}

function toRead(value: JsonValue, line: number): ReadRecord {
  const record = recordOf(value);
  return typeof record === 'string' ? { line, reason: record } : { line, record };
}

function parse(text: string): { readonly value: JsonValue } | undefined {
  try {
    return { value: JSON.parse(text) as JsonValue };
  } catch {
    return undefined;
  }
}

function runsOf(value: JsonValue | undefined): readonly JsonValue[] | undefined {
  if (!isObject(value) || 'id' in value) return undefined;
  const runs = value['runs'];
  return Array.isArray(runs) ? runs : undefined;
}
