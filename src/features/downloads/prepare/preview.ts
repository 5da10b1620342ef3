/** A sample as rows of the file that would be made of it. */
import type { JsonObject } from '../../../contract/run.ts';
import { collectColumns } from '../../../extract/column-collector.ts';
import type { Column } from '../../../extract/column-type.ts';
import { composedRows } from '../../../extract/compose.ts';
import { layoutOf } from '../../../extract/layout.ts';
import { runColumns } from '../../../extract/run-columns.ts';
import type { ExtractSpec } from '../../../extract/spec.ts';
import { type SpoolBytes, spoolText } from '../../../extract/spool.ts';
import { recordOf } from '../machine/part-record.ts';
import type { Sample } from './sample.ts';

export interface Preview {
  readonly rows: readonly JsonObject[];
  readonly columns: readonly Column[];
  readonly bytes: number;
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
  const bytes = rows.reduce((sum, row) => sum + JSON.stringify(row).length, 0);
  return { rows, columns: found.columns(), bytes };
}
