import { HttpError } from '../http/http-error.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ImportRecord } from './import-record.ts';
import { Importer, type ImportReport } from './importer.ts';
import { openFile } from './open-file.ts';
import { readRecords } from './read-records.ts';
import { shiftFor, shiftRecord } from './shift-times.ts';

export interface ImportOptions {
  /** Name of the file; names the project of runs that do not say theirs. */
  readonly name: string;
  /** `days`: move everything by whole days so that the newest run is at most 24 hours old. */
  readonly shift?: 'days';
}

/**
 * Reads a file of runs into the workspace. Without a shift it is written as it is read, so a file
 * larger than memory's patience never exists twice; a shift must first see the newest run.
 */
export async function importFile(
  workspace: Workspace,
  source: ReadableStream<Uint8Array>,
  options: ImportOptions,
): Promise<ImportReport> {
  const importer = new Importer(workspace, options.name);
  const held: { line: number; record: ImportRecord }[] = [];
  try {
    for await (const batch of await recordsOf(source)) {
      for (const read of batch) {
        if (!('record' in read)) importer.skip(read.line, read.reason);
        else if (options.shift) held.push(read);
        else importer.take(read.record, read.line);
      }
    }
  } catch (error) {
    throw new HttpError(400, breakage(options.name, error, importer.report().runs));
  }
  const by = shiftFor(
    held.map(({ record }) => record),
    workspace.now(),
  );
  for (const { line, record } of held) importer.take(shiftRecord(record, by ?? 0), line);
  return importer.report();
}

async function recordsOf(source: ReadableStream<Uint8Array>) {
  const { kind, stream } = await openFile(source);
  if (kind === 'text') return readRecords(stream);
  // Its table of contents stands at the end, so all of it is needed before the first row.
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const { readParquet } = await import('./read-parquet.ts');
  return readParquet(bytes);
}

function breakage(name: string, error: unknown, runs: number): string {
  const reason = error instanceof Error ? error.message : String(error);
  const kept =
    runs > 0 ? `The ${runs} runs read before that point were kept.` : 'No run was read before that point.';
  return `"${name}" cannot be read to its end: it is damaged or cut off (${reason}). ${kept} Get the file again and load it once more.`;
}
