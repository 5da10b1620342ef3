/**
 * Parquet in row groups that are handed on as soon as they are full, so that memory holds one of them.
 * Times are UTC microseconds, counts INT64, lists of texts LIST; JSON is text.
 */
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { JsonObject, JsonValue } from '../../contract/run.ts';
import { parseTimestamp } from '../../contract/timestamp.ts';
import type { Column, ColumnType } from '../column-type.ts';
import type { Codec } from '../spec.ts';

const GROUP_ROWS = 20_000;
/** Of text as it stands in memory; compressed it is a fraction. */
const GROUP_CHARACTERS = 16_000_000;

export type Compress = (bytes: Uint8Array) => Uint8Array;

export interface ParquetOutput {
  /** Bytes that are ready to be written, if any. */
  add(row: JsonObject): Uint8Array | undefined;
  finish(): Uint8Array;
}

const optional = { repetition_type: 'OPTIONAL' } as const;

function elementsOf({ name, type }: Column): readonly SchemaElement[] {
  switch (type) {
    case 'time': {
      const logical_type = { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MICROS' } as const;
      return [{ name, type: 'INT64', logical_type, ...optional }];
    }
    case 'integer':
      return [{ name, type: 'INT64', ...optional }];
    case 'number':
      return [{ name, type: 'DOUBLE', ...optional }];
    case 'boolean':
      return [{ name, type: 'BOOLEAN', ...optional }];
    case 'texts':
      return [
        { name, converted_type: 'LIST', num_children: 1, ...optional },
        { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
        { name: 'element', type: 'BYTE_ARRAY', converted_type: 'UTF8', ...optional },
      ];
    default:
      return [{ name, type: 'BYTE_ARRAY', converted_type: 'UTF8', ...optional }];
  }
}

function valueOf(value: JsonValue | undefined, type: ColumnType): unknown {
  if (value === null || value === undefined) return undefined;
  if (type === 'json') return JSON.stringify(value);
  if (type === 'integer') return BigInt(Math.round(Number(value)));
  if (type !== 'time') return value;
  const time = parseTimestamp(value);
  return time === undefined ? undefined : BigInt(Math.round(time * 1000));
}

export function parquetOutput(
  columns: readonly Column[],
  codec: Codec,
  zstd: Compress | undefined,
): ParquetOutput {
  const writer = new ByteWriter(1 << 20);
  const parquet = new ParquetWriter({
    writer,
    schema: [{ name: 'root', num_children: columns.length }, ...columns.flatMap(elementsOf)],
    codec: codec === 'zstd' ? 'ZSTD' : 'SNAPPY',
    ...(zstd ? { compressors: { ZSTD: zstd } } : {}),
    createdBy: 'runlens',
  });
  let data: unknown[][] = columns.map(() => []);
  let rows = 0;
  let characters = 0;

  function take(): Uint8Array {
    const bytes = writer.getBytes().slice();
    writer.index = 0;
    return bytes;
  }

  function writeGroup(): void {
    void parquet.write({
      columnData: columns.map(({ name }, index) => ({ name, data: data[index]! })),
      rowGroupSize: rows,
    });
    data = columns.map(() => []);
    rows = 0;
    characters = 0;
  }

  return {
    add(row) {
      for (const [index, { name, type }] of columns.entries()) {
        const value = valueOf(row[name], type);
        if (typeof value === 'string') characters += value.length;
        data[index]!.push(value);
      }
      rows += 1;
      if (rows < GROUP_ROWS && characters < GROUP_CHARACTERS) return undefined;
      writeGroup();
      return take();
    },
    finish() {
      if (rows > 0) writeGroup();
      void parquet.finish();
      return take();
    },
  };
}
