/** A sample as rows of the file that would be made of it. */
import type { JsonObject } from '../../../contract/run.ts';
import { type ColumnCollector, collectColumns } from '../../../extract/column-collector.ts';
import type { Column } from '../../../extract/column-type.ts';
import { composedRows } from '../../../extract/compose.ts';
import { csvWriter } from '../../../extract/formats/csv.ts';
import { layoutOf } from '../../../extract/layout.ts';
import { runColumns } from '../../../extract/run-columns.ts';
import type { ExtractSpec } from '../../../extract/spec.ts';
import { type SpoolBytes, spoolText } from '../../../extract/spool.ts';
import { recordOf } from '../machine/part-record.ts';
import type { Sample } from './sample.ts';

export interface Preview {
  readonly rows: readonly JsonObject[];
  readonly columns: readonly Column[];
  /** Of these rows in the file. */
  readonly bytes: number;
}

/**
 * A few rows say little of how a whole row group shrinks: shares of the JSON text, measured on the projects of the
 * sample workspace.
 */
const PARQUET_SHARE = { zstd: 0.07, snappy: 0.12 } as const;

const encoder = new TextEncoder();
const bytesIn = (text: string) => encoder.encode(text).length;

function sizeOf(spec: ExtractSpec, rows: readonly JsonObject[], found: ColumnCollector): number {
  const csv = spec.format === 'csv' ? csvWriter(found.columns(), spec.isExcelSafe) : undefined;
  const share = spec.format === 'parquet' ? PARQUET_SHARE[spec.codec] : 1;
  const lines = rows.map((row) => csv?.line(found.arrange(row)) ?? `${JSON.stringify(row)}\n`);
  return Math.round(lines.reduce((sum, line) => sum + bytesIn(line), 0) * share);
}

function inMemory(text: string): SpoolBytes {
  const bytes = new TextEncoder().encode(text);
  return { size: bytes.length, read: (from, length) => bytes.subarray(from, from + length) };
}

export function previewOf(spec: ExtractSpec, sample: Sample): Preview {
  const columns = runColumns(spec.columns);
  const parts = spec.kind === 'feedback' ? [] : sample.runs.map((full) => recordOf(spec.kind, full, columns));
  const rows = [...composedRows(spec, inMemory(spoolText([...parts, ...sample.more])))];
  const layout = layoutOf(spec);
  const found = collectColumns(layout.columns, layout.prefixes);
  for (const row of rows) found.add(row);
  return { rows, columns: found.columns(), bytes: sizeOf(spec, rows, found) };
}
