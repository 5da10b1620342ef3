/** One run of an export: the runs of a project and a day, page by page, into files of a bounded size. */
import type { JsonValue } from '../../../contract/run.ts';
import type { Keyset } from '../store/types.ts';
import { readFilter } from '../query/read-filter.ts';
import type { RunSelect } from '../wire/select-v1.ts';
import { runPrinterV1 } from '../wire/run-v1.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { StoredExport, StoredExportRun } from './bulk-book.ts';
import { EXPORT_COLUMNS } from '../../../filter/sql/export-query.ts';
import type { ObjectStore } from './object-store.ts';

const PAGE = 500;
/** Rows of one file: they are in memory together. */
const FILE_ROWS = 20_000;

export interface PartitionJob {
  readonly workspace: Workspace;
  readonly wanted: StoredExport;
  /** Brought up to date as it goes: after a fault it goes on where the last file ended. */
  readonly run: StoredExportRun;
  readonly store: ObjectStore;
  /** Lets others have a turn. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

export async function writePartition(job: PartitionJob): Promise<void> {
  const { workspace, wanted, run, pause, signal } = job;
  const columns = wanted.export_fields ?? EXPORT_COLUMNS;
  const print = runPrinterV1(workspace, selectsOf(columns));
  const filter = readFilter('filter', wanted.filter);
  const query = {
    projectIds: [run.session_id],
    from: run.start_time,
    to: run.end_time,
    ...(filter ? { filter } : {}),
  };
  let after = cursorOf(run);
  let rows: Record<string, JsonValue>[] = [];
  for (;;) {
    const page = workspace.store.find(query, { order: 'asc', limit: PAGE, ...(after ? { after } : {}) });
    for (const row of page.rows) {
      rows.push({ ...(print(row) as Record<string, JsonValue>), tenant_id: workspace.tenantId });
      after = workspace.store.keysetOf(row);
    }
    if (rows.length >= FILE_ROWS || (!page.hasMore && rows.length > 0)) {
      await writeFile(job, rows, columns, after!);
      rows = [];
    }
    if (!page.hasMore) return;
    await pause();
    signal.throwIfAborted();
  }
}

async function writeFile(
  { wanted, run, store, signal, workspace }: PartitionJob,
  rows: readonly Record<string, JsonValue>[],
  columns: readonly string[],
  last: Keyset,
): Promise<void> {
  const { writeParquet } = await import('./write-parquet.ts');
  const bytes = await writeParquet(rows, columns, wanted.format_version, wanted.compression);
  const key = `${run.prefix}/${run.id}_${run.exported_files.length}.parquet`;
  await store.put(key, bytes, signal);
  // Entries begin with the bucket (CONTRACT §12.2).
  run.exported_files.push(`${store.bucket}/${key}`);
  run.rows_written += rows.length;
  run.latest_cursor = JSON.stringify(last);
  run.updated_at = workspace.now();
}

function cursorOf({ latest_cursor: cursor }: StoredExportRun): Keyset | undefined {
  return cursor === null ? undefined : (JSON.parse(cursor) as Keyset);
}

/** Columns that are no select of the API are worked out here. */
const OWN = new Set(['tenant_id', 'is_root']);

function selectsOf(columns: readonly string[]): readonly RunSelect[] {
  return [...columns.filter((name) => !OWN.has(name)), 'parent_run_id'] as RunSelect[];
}
