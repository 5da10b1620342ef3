/**
 * All downloads of this browser: keeps their records, runs them outside of React, and takes them up again after a
 * closed tab. A download runs in one tab at a time; a lock of the browser sees to that.
 */
import { createStore } from 'zustand';
import { systemClock } from '../../../api/clock.ts';
import type { RateBudget } from '../../../api/rate-budget.ts';
import type { Api } from '../../../contract/api.ts';
import { connectSpool, type Spool } from '../../../extract/connect-spool.ts';
import { manifestOf } from '../../../extract/manifest.ts';
import { hasRoots } from '../../../extract/plan/tasks.ts';
import type { Deployment } from '../../../url/screens.ts';
import { type DownloadRecord, fileName, isFinal } from '../record.ts';
import { fetchRows } from './fetch-rows.ts';
import { pendingRoots } from './pending-roots.ts';
import type { Waiting } from './persistently.ts';
import { problemOf } from './problem-of.ts';
import { removeFiles, saveManifest, saveOutput } from './private-files.ts';
import { recordStore } from './record-store.ts';
import { createSpeed } from './speed.ts';

export interface DownloadBackend {
  readonly api: Api;
  readonly budget?: RateBudget;
}

export interface ManagerOptions {
  /** What answers for a deployment now; a sentence when nothing does. */
  readonly backendOf: (deployment: Deployment) => DownloadBackend | string;
  /** Told when a download came to its end or stopped by itself. */
  readonly onEnd: (record: DownloadRecord) => void;
}

/** What is only true while this tab runs the download. */
export interface Live {
  readonly waiting?: Waiting;
  /** Runs per second, lately. */
  readonly speed?: number;
  /** Rows written into the file. */
  readonly made?: number;
  readonly budget?: RateBudget;
}

export interface Download {
  readonly record: DownloadRecord;
  /** Undefined: nothing is done for it here and now. */
  readonly live?: Live;
  /** It runs in another tab. */
  readonly isElsewhere?: boolean;
}

export interface DownloadsState {
  readonly isLoaded: boolean;
  /** Newest first. */
  readonly downloads: readonly Download[];
}

const PAUSE = new DOMException('Paused.', 'AbortError');
const lockOf = (id: string) => `runlens.download.${id}`;

export function createDownloadManager({ backendOf, onEnd }: ManagerOptions) {
  const state = createStore<DownloadsState>(() => ({ isLoaded: false, downloads: [] }));
  const records = recordStore();
  const running = new Map<string, { readonly controller: AbortController; readonly ended: Promise<void> }>();

  const find = (id: string) => state.getState().downloads.find(({ record }) => record.id === id);

  function show(id: string, change: (download: Download) => Download): void {
    state.setState(({ downloads }) => ({
      downloads: downloads.map((download) => (download.record.id === id ? change(download) : download)),
    }));
  }
  const showLive = (id: string, live: Live) =>
    show(id, (download) => ({ ...download, live: { ...download.live, ...live } }));

  async function update(id: string, change: Partial<DownloadRecord>): Promise<DownloadRecord> {
    const before = find(id);
    if (!before) throw PAUSE;
    const record = { ...before.record, ...change };
    show(id, (download) => ({ ...download, record }));
    await records.put(record);
    return record;
  }

  async function read(record: DownloadRecord, backend: DownloadBackend, spool: Spool, signal: AbortSignal) {
    const { id, spec, tasks, checkpoint } = record;
    const opened = await spool.open(id, checkpoint.size, hasRoots(spec.kind));
    const speed = createSpeed(checkpoint.parts);
    await fetchRows({
      api: backend.api,
      spec,
      tasks,
      from: checkpoint,
      roots: pendingRoots(opened.groups, opened.rooted),
      append: (text) => spool.append(text),
      save: async (next) => {
        await update(id, { checkpoint: next });
        showLive(id, { speed: speed(next.parts, Date.now()) });
      },
      onWaiting: (waiting) => showLive(id, { waiting }),
      clock: systemClock,
      random: Math.random,
      signal,
    });
  }

  async function make(id: string, spool: Spool, isComplete: boolean): Promise<DownloadRecord> {
    const record = await update(id, { phase: 'making', problem: undefined });
    const file = await spool.write(record.spec, isComplete ? record.handle : undefined, (made) =>
      showLive(id, { made }),
    );
    const isPicked = isComplete && record.handle !== undefined;
    const name = isPicked ? record.handle!.name : fileName(record, isComplete);
    const { checkpoint, tasks } = record;
    const finishedAt = Date.now();
    const gaps = isComplete
      ? checkpoint.gaps
      : [
          ...checkpoint.gaps,
          `Stopped after ${checkpoint.parts} runs, in part ${Math.min(checkpoint.task + 1, tasks.length)} of ${tasks.length}; the rest is missing.`,
        ];
    const manifest = manifestOf({
      ...record,
      ...file,
      file: name,
      isComplete,
      deployment: { ...record.deployment },
      finishedAt,
      requests: checkpoint.requests,
      gaps,
      remarks: [...record.remarks, ...checkpoint.notices.map(({ message }) => message), ...file.remarks],
    });
    return update(id, {
      phase: isComplete ? 'done' : 'partial',
      finishedAt,
      file: { ...file, name, isPicked },
      manifest,
    });
  }

  async function work(id: string, signal: AbortSignal, isComplete: boolean): Promise<void> {
    const download = find(id);
    if (!download) return;
    const backend = isComplete ? backendOf(download.record.deployment) : undefined;
    if (typeof backend === 'string') throw Object.assign(new Error(backend), { name: 'NoBackend' });
    const spool = connectSpool();
    signal.addEventListener('abort', () => spool.close(), { once: true });
    try {
      showLive(id, backend?.budget ? { budget: backend.budget } : {});
      const record = await update(id, { phase: 'reading', problem: undefined, isPaused: false });
      if (backend) await read(record, backend, spool, signal);
      else await spool.open(id, record.checkpoint.size, false);
      const finished = await make(id, spool, isComplete);
      spool.close();
      await deliver(finished);
      onEnd(finished);
    } finally {
      spool.close();
    }
  }

  /** The file goes where files of this browser go; the rows it was made of are not needed any more. */
  async function deliver(record: DownloadRecord): Promise<void> {
    if (record.phase === 'done') await removeFiles(record.id, 'spool');
    if (record.file && !record.file.isPicked) await saveOutput(record.id, record.file.name);
    if (record.file && record.manifest) saveManifest(record.file.name, record.manifest);
  }

  async function end(id: string, error: unknown, signal: AbortSignal): Promise<void> {
    if (!find(id)) return;
    const isPaused = signal.aborted;
    const record = await update(id, {
      phase: 'stopped',
      isPaused,
      ...(isPaused ? {} : { problem: problemOf(error) }),
    });
    if (!isPaused) onEnd(record);
  }

  async function locked(id: string, isComplete: boolean, signal: AbortSignal): Promise<void> {
    await navigator.locks.request(lockOf(id), { ifAvailable: true }, async (lock) => {
      if (!lock) {
        show(id, (download) => ({ ...download, isElsewhere: true }));
        return;
      }
      show(id, (download) => ({ record: download.record, live: {} }));
      try {
        await work(id, signal, isComplete);
      } catch (error) {
        await end(id, error, signal);
      } finally {
        show(id, ({ record }) => ({ record }));
      }
    });
  }

  function run(id: string, isComplete = true): Promise<void> {
    if (running.has(id)) return running.get(id)!.ended;
    const controller = new AbortController();
    const ended = locked(id, isComplete, controller.signal).finally(() => running.delete(id));
    running.set(id, { controller, ended });
    return ended;
  }

  async function pause(id: string): Promise<void> {
    const current = running.get(id);
    current?.controller.abort(PAUSE);
    await current?.ended;
  }

  /** A tab that was closed left its downloads as they were: nobody runs them, unless another tab does. */
  async function load(): Promise<void> {
    const stored = await records.all();
    const { held = [] } = await navigator.locks.query();
    const names = new Set(held.map(({ name }) => name));
    const downloads = stored
      .toSorted((a, b) => b.startedAt - a.startedAt)
      .map((record): Download => {
        const isElsewhere = !isFinal(record) && names.has(lockOf(record.id)) && !running.has(record.id);
        return { record, ...(isElsewhere ? { isElsewhere } : {}) };
      });
    const mine = state.getState().downloads;
    const known = new Set(mine.map(({ record }) => record.id));
    state.setState({
      isLoaded: true,
      downloads: [...mine, ...downloads.filter(({ record }) => !known.has(record.id))],
    });
  }
  const loaded = load();

  return {
    state,
    loaded,
    async start(record: DownloadRecord): Promise<void> {
      await loaded.catch(() => undefined);
      await records.put(record);
      state.setState(({ downloads }) => ({ downloads: [{ record }, ...downloads] }));
      void navigator.storage.persist?.();
      void run(record.id);
    },
    pause,
    async resume(id: string): Promise<void> {
      const handle = find(id)?.record.handle;
      // After a closed tab the permission must be given again, by a press.
      if (handle && 'requestPermission' in handle) await askPermission(handle);
      void run(id);
    },
    savePartial: (id: string) => run(id, false),
    save: async (id: string) => {
      const record = find(id)?.record;
      if (record) await deliver(record);
    },
    saveManifest(id: string) {
      const record = find(id)?.record;
      if (record?.file && record.manifest) saveManifest(record.file.name, record.manifest);
    },
    async remove(id: string): Promise<void> {
      await pause(id);
      state.setState(({ downloads }) => ({ downloads: downloads.filter(({ record }) => record.id !== id) }));
      await records.remove(id);
      await removeFiles(id, 'all');
    },
  };
}

export type DownloadManager = ReturnType<typeof createDownloadManager>;

async function askPermission(handle: FileSystemFileHandle): Promise<void> {
  const { requestPermission } = handle as unknown as {
    requestPermission: (options: { mode: 'readwrite' }) => Promise<PermissionState>;
  };
  await requestPermission.call(handle, { mode: 'readwrite' });
}
