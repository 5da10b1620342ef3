import type { FullRun } from '../../../contract/run.ts';
import { type RunColumn, runRow } from '../../../extract/run-columns.ts';
import type { ExtractKind } from '../../../extract/spec.ts';
import type { SpoolRecord } from '../../../extract/spool.ts';

/** A run as it waits in the spool; a run without a thread is a conversation of its own. */
export function recordOf(kind: ExtractKind, full: FullRun, columns: readonly RunColumn[]): SpoolRecord {
  if (kind === 'runs') return { k: 'row', row: runRow(full, columns) };
  const group = kind === 'conversations' ? (full.run.threadId ?? full.run.id) : full.run.traceId;
  return { k: 'part', g: group, run: full };
}
