import { explainError } from '../contract/explain-error.ts';
import type { FileOutcome } from '../features/connections/import-report.ts';
import type { Backends } from './backend.ts';
import { whileBusy } from './idle.ts';

/** One after the other: each adds to what is open, and a damaged one does not stop the rest. */
export function openFiles(
  backends: Pick<Backends, 'openFile'>,
  files: readonly File[],
): Promise<readonly FileOutcome[]> {
  return whileBusy(
    (async () => {
      const outcomes: FileOutcome[] = [];
      for (const file of files) outcomes.push(await openOne(backends, file));
      return outcomes;
    })(),
  );
}

async function openOne(backends: Pick<Backends, 'openFile'>, file: File): Promise<FileOutcome> {
  try {
    return { kind: 'read', name: file.name, report: await backends.openFile(file, baseName(file.name)) };
  } catch (error) {
    const explained = explainError(error);
    return { kind: 'failed', name: file.name, reason: explained?.detail ?? 'The reading was stopped.' };
  }
}

/** Runs without a project of their own are gathered under the name of their file. */
function baseName(name: string): string {
  return name.replace(/\.gz$/i, '').replace(/\.(jsonl|ndjson|json|parquet)$/i, '') || name;
}
