/**
 * Runs exports: partitions side by side, each tried again after faults that may pass, the whole stopped by a
 * person, by the clock, or by the first partition that fails for good (CONTRACT §12.3).
 */
import { newId } from '../wire/new-id.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { BulkBook, ExportStatus, StoredExport, StoredExportRun } from './bulk-book.ts';
import { type ObjectStore, StorageError } from './object-store.ts';
import { type Partition, partitionFolder, partitionsOf } from './partitions.ts';
import { writePartition } from './write-partition.ts';

const HOUR = 3_600_000;

/** CONTRACT §12.3. Fewer at once than LangSmith's 45: they share one thread with everything else here. */
const LIMITS = {
  retries: 20,
  retryDelay: 30_000,
  perRun: 4 * HOUR,
  perExport: 72 * HOUR,
  atOnce: 4,
} as const;

export interface RunnerOptions {
  readonly workspace: Workspace;
  readonly book: BulkBook;
  readonly storeOf: (destinationId: string) => ObjectStore;
  readonly prefixOf: (destinationId: string) => string;
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

export class ExportRunner {
  readonly #options: RunnerOptions;
  readonly #running = new Map<string, AbortController>();

  constructor(options: RunnerOptions) {
    this.#options = options;
  }

  cancel(exportId: string): void {
    this.#running.get(exportId)?.abort();
  }

  /** Never rejects: what goes wrong is the status. */
  async run(wanted: StoredExport): Promise<void> {
    const { workspace } = this.#options;
    const controller = new AbortController();
    this.#running.set(wanted.id, controller);
    const runs = this.#plan(wanted);
    this.#mark(wanted, 'Running');
    const deadline = workspace.now() + LIMITS.perExport;
    let next = 0;
    const work = async () => {
      while (next < runs.length && !controller.signal.aborted) {
        const run = runs[next++]!;
        await this.#runPartition(wanted, run, controller.signal, deadline);
        if (run.status === 'Failed' || run.status === 'TimedOut') controller.abort();
      }
    };
    await Promise.all(Array.from({ length: LIMITS.atOnce }, work));
    for (const run of runs) if (isOpen(run.status)) this.#finish(run, 'Cancelled');
    this.#running.delete(wanted.id);
    if (wanted.status === 'Running') this.#mark(wanted, outcome(runs));
  }

  #plan(wanted: StoredExport): readonly StoredExportRun[] {
    const { workspace, book, prefixOf } = this.#options;
    const projects = wanted.session_id === null ? experimentsOf(workspace) : [wanted.session_id];
    const parts = {
      prefix: prefixOf(wanted.bulk_export_destination_id),
      exportId: wanted.id,
      tenantId: workspace.tenantId,
    };
    const to = wanted.end_time ?? workspace.now();
    return partitionsOf(projects, wanted.start_time, to).map((partition) => {
      const folder = partitionFolder(parts, partition, wanted.format_version);
      const run = newRun(wanted.id, partition, folder, workspace.now());
      book.addRun(run);
      return run;
    });
  }

  async #runPartition(
    wanted: StoredExport,
    run: StoredExportRun,
    signal: AbortSignal,
    deadline: number,
  ): Promise<void> {
    const { workspace, storeOf, sleep } = this.#options;
    const end = Math.min(deadline, workspace.now() + LIMITS.perRun);
    run.status = 'Running';
    run.updated_at = workspace.now();
    for (;;) {
      const limit = this.#deadline(signal, end);
      try {
        const store = storeOf(wanted.bulk_export_destination_id);
        await writePartition({ workspace, wanted, run, store, signal: limit.signal, pause: () => sleep(0) });
        return this.#finish(run, 'Completed');
      } catch (error) {
        if (signal.aborted) return this.#finish(run, 'Cancelled');
        if (limit.signal.aborted) return this.#finish(run, 'TimedOut');
        run.errors[`retry_${run.retry_number}`] = error instanceof Error ? error.message : String(error);
        run.updated_at = workspace.now();
        if (error instanceof StorageError && !error.isTransient) return this.#finish(run, 'Failed');
        if (run.retry_number >= LIMITS.retries) return this.#finish(run, 'Failed');
        if (workspace.now() + LIMITS.retryDelay > end) return this.#finish(run, 'TimedOut');
        run.retry_number += 1;
      } finally {
        limit.clear();
      }
      await sleep(LIMITS.retryDelay, signal).catch(() => undefined);
      if (signal.aborted) return this.#finish(run, 'Cancelled');
    }
  }

  /** Also a store that never answers must not hold a run beyond its time. */
  #deadline(signal: AbortSignal, end: number) {
    const { workspace, sleep } = this.#options;
    const late = new AbortController();
    const over = new AbortController();
    sleep(end - workspace.now(), over.signal).then(
      () => late.abort(),
      () => {},
    );
    return { signal: AbortSignal.any([signal, late.signal]), clear: () => over.abort() };
  }

  #finish(run: StoredExportRun, status: ExportStatus): void {
    run.status = status;
    run.updated_at = this.#options.workspace.now();
    run.finished_at = run.updated_at;
  }

  #mark(wanted: StoredExport, status: ExportStatus): void {
    const now = this.#options.workspace.now();
    wanted.status = status;
    wanted.updated_at = now;
    if (status !== 'Running') wanted.finished_at = now;
  }
}

const isOpen = (status: ExportStatus) => status === 'Created' || status === 'Running';

/** One failed run fails the export. */
function outcome(runs: readonly StoredExportRun[]): ExportStatus {
  if (runs.some(({ status }) => status === 'TimedOut')) return 'TimedOut';
  return runs.every(({ status }) => status === 'Completed') ? 'Completed' : 'Failed';
}

/** Projects that were made by running over a dataset. */
function experimentsOf({ projects }: Workspace): readonly string[] {
  return projects
    .all()
    .filter(({ reference_dataset_id: id }) => id !== null)
    .map(({ id }) => id);
}

function newRun(
  exportId: string,
  { projectId, from, to }: Partition,
  prefix: string,
  now: number,
): StoredExportRun {
  return {
    id: newId(),
    bulk_export_id: exportId,
    session_id: projectId,
    start_time: from,
    end_time: to,
    prefix,
    created_at: now,
    status: 'Created',
    retry_number: 0,
    errors: {},
    updated_at: now,
    finished_at: null,
    rows_written: 0,
    exported_files: [],
    latest_cursor: null,
  };
}
