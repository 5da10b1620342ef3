/**
 * Runs as a file of a bulk export: the 31 columns of CONTRACT §12.4 as Parquet, for tests that ask a real
 * database. Physical types are the suggested ones; `v1` has times without a zone and tags as JSON text.
 */
import { parquetWriteFile } from 'hyparquet-writer';
import type { JsonObject, JsonValue } from '../contract/run.ts';
import { parseTimestamp } from '../contract/timestamp.ts';
import { EXPORT_COLUMNS } from '../filter/sql/export-query.ts';

const TIMES = new Set(['start_time', 'end_time', 'first_token_time']);
const JSONS = new Set(['inputs', 'outputs', 'extra', 'events', 'feedback_stats']);
const LISTS = new Set(['parent_run_ids', 'tags']);
const COUNTS = new Set(['total_tokens', 'prompt_tokens', 'completion_tokens']);
const COSTS = new Set(['total_cost', 'prompt_cost', 'completion_cost']);

type Format = 'v1' | 'v2_beta';

/** Takes runs as v1 of the API gives them. */
export function writeExport(filename: string, runs: readonly JsonObject[], format: Format = 'v2_beta'): void {
  const elements = EXPORT_COLUMNS.map((name) => elementsOf(name, format));
  parquetWriteFile({
    filename,
    columnData: EXPORT_COLUMNS.map((name) => ({ name, data: runs.map((run) => valueOf(name, run, format)) })),
    schema: [{ name: 'root', num_children: EXPORT_COLUMNS.length }, ...elements.flat()],
  });
}

type Element = NonNullable<Parameters<typeof parquetWriteFile>[0]['schema']>[number];

function elementsOf(name: string, format: Format): readonly Element[] {
  const repetition_type = 'OPTIONAL' as const;
  if (TIMES.has(name)) {
    const logical_type = {
      type: 'TIMESTAMP',
      isAdjustedToUTC: format === 'v2_beta',
      unit: 'MICROS',
    } as const;
    return [{ name, type: 'INT64', logical_type, repetition_type }];
  }
  if (COUNTS.has(name)) return [{ name, type: 'INT64', repetition_type }];
  if (COSTS.has(name)) return [{ name, type: 'DOUBLE', repetition_type }];
  if (name === 'is_root') return [{ name, type: 'BOOLEAN', repetition_type }];
  if (!LISTS.has(name) || format === 'v1') {
    return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type }];
  }
  return [
    { name, repetition_type, converted_type: 'LIST', num_children: 1 },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
  ];
}

function valueOf(name: string, run: JsonObject, format: Format): unknown {
  const value: JsonValue = run[name] ?? null;
  if (name === 'is_root') return (run['parent_run_id'] ?? null) === null;
  if (value === null) return undefined;
  if (TIMES.has(name)) return BigInt(Math.round(parseTimestamp(value)! * 1000));
  if (COUNTS.has(name)) return BigInt(value as number);
  if (COSTS.has(name)) return Number(value);
  if (LISTS.has(name)) return format === 'v1' ? JSON.stringify(value) : value;
  return JSONS.has(name) ? JSON.stringify(value) : value;
}
