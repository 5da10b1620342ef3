import { composedRows } from '../compose.ts';
import type { Compress } from '../formats/parquet.ts';
import { type RowsWritten, writeRows } from '../formats/write-rows.ts';
import { layoutOf } from '../layout.ts';
import type { ExtractSpec } from '../spec.ts';
import type { SpoolRecord } from '../spool.ts';
import { spoolBytes } from './spool-bytes.ts';

/** The whole way from records to a file, in memory. */
export async function written(
  spec: ExtractSpec,
  records: readonly SpoolRecord[],
  zstd?: Compress,
): Promise<RowsWritten & { readonly bytes: Buffer }> {
  const bytes = spoolBytes(records);
  const pieces: Uint8Array[] = [];
  const report = await writeRows({
    spec,
    layout: layoutOf(spec),
    rows: () => composedRows(spec, bytes),
    write: (piece) => void pieces.push(piece),
    ...(zstd ? { zstd } : {}),
  });
  return { ...report, bytes: Buffer.concat(pieces) };
}
