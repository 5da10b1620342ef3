/** A file of an export. A module of its own: the writer is fetched when the first export runs. */
import { gzipSync } from 'fflate';
import { parquetWriteBuffer } from 'hyparquet-writer';
import type { JsonValue } from '../../../contract/run.ts';
import { loadZstd } from '../../../extract/formats/zstd.ts';
import { columnValue, elementsOf, type FormatVersion } from './export-columns.ts';

export type Compression = 'none' | 'gzip' | 'snappy' | 'zstandard';

type Row = Readonly<Record<string, JsonValue | undefined>>;

const CODECS = { none: 'UNCOMPRESSED', gzip: 'GZIP', snappy: 'SNAPPY', zstandard: 'ZSTD' } as const;

export async function writeParquet(
  rows: readonly Row[],
  columns: readonly string[],
  format: FormatVersion,
  compression: Compression,
): Promise<Uint8Array> {
  const buffer = parquetWriteBuffer({
    schema: [
      { name: 'root', num_children: columns.length },
      ...columns.flatMap((name) => elementsOf(name, format)),
    ],
    columnData: columns.map((name) => ({ name, data: rows.map((row) => columnValue(name, row, format)) })),
    codec: CODECS[compression],
    ...(compression === 'gzip' ? { compressors: { GZIP: (bytes: Uint8Array) => gzipSync(bytes) } } : {}),
    ...(compression === 'zstandard' ? { compressors: { ZSTD: await loadZstd() } } : {}),
    createdBy: 'runlens',
  });
  return new Uint8Array(buffer);
}
