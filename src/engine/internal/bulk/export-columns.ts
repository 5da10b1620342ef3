/** The columns of an exported file and their Parquet types (CONTRACT §12.4). */
import type { SchemaElement } from 'hyparquet-writer';
import type { JsonValue } from '../../../contract/run.ts';
import { parseTime } from '../wire/parse-time.ts';

export type FormatVersion = 'v1' | 'v2_beta';

type Kind = 'text' | 'time' | 'json' | 'texts' | 'count' | 'cost' | 'flag';

const KINDS: Readonly<Record<string, Kind>> = {
  start_time: 'time',
  end_time: 'time',
  first_token_time: 'time',
  inputs: 'json',
  outputs: 'json',
  extra: 'json',
  events: 'json',
  feedback_stats: 'json',
  parent_run_ids: 'texts',
  tags: 'texts',
  total_tokens: 'count',
  prompt_tokens: 'count',
  completion_tokens: 'count',
  total_cost: 'cost',
  prompt_cost: 'cost',
  completion_cost: 'cost',
  is_root: 'flag',
};

const kindOf = (name: string): Kind => KINDS[name] ?? 'text';

/** v2_beta marks JSON and lists as what they are; times of v1 have no zone, lists and JSON are plain text in it. */
export function elementsOf(name: string, format: FormatVersion): readonly SchemaElement[] {
  const optional = { name, repetition_type: 'OPTIONAL' } as const;
  const isV2 = format === 'v2_beta';
  switch (kindOf(name)) {
    case 'time': {
      const logical_type = { type: 'TIMESTAMP', isAdjustedToUTC: isV2, unit: 'MICROS' } as const;
      return [{ ...optional, type: 'INT64', logical_type }];
    }
    case 'count':
      return [{ ...optional, type: 'INT64' }];
    case 'cost':
      return [{ ...optional, type: 'DOUBLE' }];
    case 'flag':
      return [{ ...optional, type: 'BOOLEAN' }];
    case 'json':
      return [{ ...optional, type: 'BYTE_ARRAY', converted_type: isV2 ? 'JSON' : 'UTF8' }];
    case 'texts':
      return isV2 ? listOf(name) : [{ ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' }];
    default:
      return [{ ...optional, type: 'BYTE_ARRAY', converted_type: 'UTF8' }];
  }
}

const listOf = (name: string): readonly SchemaElement[] => [
  { name, repetition_type: 'OPTIONAL', converted_type: 'LIST', num_children: 1 },
  { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
  { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'OPTIONAL' },
];

/** From a run as v1 of the API prints it; undefined is null in the file. */
export function columnValue(
  name: string,
  run: Readonly<Record<string, JsonValue | undefined>>,
  format: FormatVersion,
): unknown {
  if (name === 'is_root') return (run['parent_run_id'] ?? null) === null;
  const value = run[name] ?? null;
  if (value === null) return undefined;
  switch (kindOf(name)) {
    case 'time': {
      const time = parseTime(value);
      return time === undefined ? undefined : BigInt(Math.round(time * 1000));
    }
    case 'count':
      return BigInt(Math.round(Number(value)));
    case 'cost':
      return Number(value);
    case 'texts':
      return format === 'v1' ? JSON.stringify(value) : value;
    case 'json':
      // The writer prints what is annotated as JSON itself.
      return format === 'v1' ? JSON.stringify(value) : value;
    default:
      return typeof value === 'string' ? value : JSON.stringify(value);
  }
}
