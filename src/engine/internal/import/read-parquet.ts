/** Exported runs: Parquet of either layout. A module of its own: the reader is fetched when such a file comes. */
import { decompress as unzstd } from 'fzstd';
import { gunzipSync } from 'fflate';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import { recordOf } from './import-record.ts';
import type { ReadRecord } from './read-records.ts';

/** Rows read at a time: they are objects in memory before they are records. */
const BATCH = 2000;

/** Columns that hold JSON as text. Lists are text in v1 and lists in v2_beta (CONTRACT §12.4). */
const JSON_COLUMNS = new Set([
  'inputs',
  'outputs',
  'extra',
  'events',
  'feedback_stats',
  'tags',
  'parent_run_ids',
]);

const compressors = {
  ZSTD: (bytes: Uint8Array, length: number) => unzstd(bytes, new Uint8Array(length)),
  GZIP: (bytes: Uint8Array, length: number) => gunzipSync(bytes, { out: new Uint8Array(length) }),
};

export async function* readParquet(bytes: Uint8Array): AsyncGenerator<readonly ReadRecord[]> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer;
  const metadata = parquetMetadata(file);
  const names = parquetSchema(metadata).children.map(({ element }) => element.name);
  if (!names.includes('id') || !names.includes('start_time')) {
    throw new Error('it is no export of runs: the columns "id" and "start_time" are missing');
  }
  const count = Number(metadata.num_rows);
  for (let start = 0; start < count; start += BATCH) {
    const rows = await parquetReadObjects({
      file,
      metadata,
      compressors,
      rowStart: start,
      rowEnd: Math.min(count, start + BATCH),
    });
    yield rows.map((row, index) => toRead(row, start + index + 1));
  }
}

function toRead(row: Readonly<Record<string, unknown>>, line: number): ReadRecord {
  const fields: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(row)) {
    const plain = plainOf(value, JSON_COLUMNS.has(name));
    if (plain !== null) fields[name] = plain;
  }
  // An unnamed run is rare, but no reason to lose it.
  const record = recordOf({ name: '', ...fields });
  return typeof record === 'string' ? { line, reason: record } : { line, record };
}

function plainOf(value: unknown, isJson: boolean): JsonValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'bigint') return Number(value);
  if (typeof value === 'string') return isJson ? parsed(value) : value;
  if (Array.isArray(value)) return value.map((item) => plainOf(item, false));
  if (typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, plainOf(item, false)]),
    ) as JsonObject;
  }
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function parsed(text: string): JsonValue {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return text;
  }
}
