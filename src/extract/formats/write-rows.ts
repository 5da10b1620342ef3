/**
 * Rows to the bytes of a file, in pieces of about a quarter of a megabyte. Tables read the rows twice: columns are
 * known only after the last row, and a column that comes late must not be lost.
 */
import type { JsonObject } from '../../contract/run.ts';
import { collectColumns, type ColumnCollector } from '../column-collector.ts';
import type { Column } from '../column-type.ts';
import type { Layout } from '../layout.ts';
import type { ExtractSpec } from '../spec.ts';
import { csvWriter } from './csv.ts';
import { type Compress, parquetOutput } from './parquet.ts';

const PIECE = 256 * 1024;

export interface RowsWritten {
  readonly rows: number;
  readonly columns: readonly Column[];
  /** Sentences about what the file holds otherwise than the server. */
  readonly remarks: readonly string[];
}

export interface WriteRows {
  readonly spec: Pick<ExtractSpec, 'format' | 'isExcelSafe' | 'codec'>;
  readonly layout: Layout;
  /** May be asked for twice, and must give the same rows. */
  readonly rows: () => Iterable<JsonObject>;
  readonly write: (bytes: Uint8Array) => void | Promise<void>;
  readonly zstd?: Compress;
  /** Called now and then, with rows seen and written. */
  readonly onProgress?: (rows: number) => void;
}

export async function writeRows(options: WriteRows): Promise<RowsWritten> {
  const { format } = options.spec;
  const found = collectColumns(options.layout.columns, options.layout.prefixes);
  if (format === 'jsonl') return writeJsonLines(options, found);
  for (const row of options.rows()) found.add(row);
  return format === 'csv' ? writeCsv(options, found) : writeParquet(options, found);
}

/** Gathers text until it is worth a write. */
function textSink(write: WriteRows['write']) {
  const encoder = new TextEncoder();
  let parts: string[] = [];
  let length = 0;
  const flush = async () => {
    if (length === 0) return;
    const bytes = encoder.encode(parts.join(''));
    parts = [];
    length = 0;
    await write(bytes);
  };
  return {
    flush,
    /** True when it is time to flush: a promise per row would cost more than the row. */
    add(text: string): boolean {
      parts.push(text);
      length += text.length;
      return length >= PIECE;
    },
  };
}

async function writeJsonLines(
  { rows, write, onProgress }: WriteRows,
  found: ColumnCollector,
): Promise<RowsWritten> {
  const sink = textSink(write);
  let count = 0;
  for (const row of rows()) {
    found.add(row);
    count += 1;
    if (sink.add(`${JSON.stringify(row)}\n`)) {
      await sink.flush();
      onProgress?.(count);
    }
  }
  await sink.flush();
  return { rows: count, columns: found.columns(), remarks: [] };
}

async function writeCsv(options: WriteRows, found: ColumnCollector): Promise<RowsWritten> {
  const columns = found.columns();
  const csv = csvWriter(columns, options.spec.isExcelSafe);
  const sink = textSink(options.write);
  let count = 0;
  sink.add(csv.header());
  for (const row of options.rows()) {
    count += 1;
    if (sink.add(csv.line(found.arrange(row)))) {
      await sink.flush();
      options.onProgress?.(count);
    }
  }
  await sink.flush();
  const { defused, long } = csv.report();
  return {
    rows: count,
    columns,
    remarks: [
      ...overflowRemarks(found),
      ...(defused === 0
        ? []
        : [
            `${defused} ${defused === 1 ? 'text begins' : 'texts begin'} like a formula and got an apostrophe in front, so that no spreadsheet runs ${defused === 1 ? 'it' : 'them'}.`,
          ]),
      ...(long === 0
        ? []
        : [
            `${long} ${long === 1 ? 'cell is' : 'cells are'} longer than the 32,767 characters that Excel keeps; the file itself holds them whole.`,
          ]),
    ],
  };
}

async function writeParquet(options: WriteRows, found: ColumnCollector): Promise<RowsWritten> {
  const columns = found.columns();
  const output = parquetOutput(columns, options.spec.codec, options.zstd);
  let count = 0;
  for (const row of options.rows()) {
    const bytes = output.add(found.arrange(row));
    count += 1;
    if (bytes) {
      await options.write(bytes);
      options.onProgress?.(count);
    }
  }
  await options.write(output.finish());
  return { rows: count, columns, remarks: overflowRemarks(found) };
}

const overflowRemarks = (found: ColumnCollector): readonly string[] =>
  [...found.overflowing].map(
    (prefix) =>
      `${prefix} has more than 500 different keys: the later ones stand together as JSON in the column ${prefix}.`,
  );
