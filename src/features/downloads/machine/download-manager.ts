/**
 * All downloads of this browser, run outside of React and taken up again after a closed tab. A download runs in one
 * tab at a time; a lock of the browser sees to that.
 */
import type { Deployment } from '../../../url/screens.ts';
import type { DownloadRecord } from '../record.ts';
import { createDownloadList } from './download-list.ts';
import { lockOf } from './lock-name.ts';
import { askPermission } from './ask-permission.ts';
import { NoBackendError, problemOf } from './problem-of.ts';
import { removeFiles, saveManifest, saveOutput } from './private-files.ts';
import { type DownloadBackend, runDownload } from './run-download.ts';
import { type Turn, turnstile } from './turnstile.ts';

export interface ManagerOptions {
  /** What answers for a deployment now; a sentence when nothing does. */
  readonly backendOf: (deployment: Deployment) => DownloadBackend | string;
  /** Told when a download came to its end or stopped by itself. */
  readonly onEnd: (record: DownloadRecord) => void;
}

interface Running {
  readonly controller: AbortController;
  readonly ended: Promise<void>;
}

/** The file goes where files of this browser go; the rows that it was made of are not needed any more. */
async function deliver({ id, phase, file, manifest }: DownloadRecord): Promise<void> {
  if (file && !file.isPicked) await saveOutput(id, file.name);
  if (file && manifest) saveManifest(file.name, manifest);
  if (phase === 'done') await removeFiles(id, 'spool');
}

export function createDownloadManager({ backendOf, onEnd }: ManagerOptions) {
  const list = createDownloadList();
  const running = new Map<string, Running>();
  const turns = new Map<string, Turn>();
  const turnOf = (deployment: Deployment): Turn => {
    const name = JSON.stringify(deployment);
    const turn = turns.get(name) ?? turnstile();
    turns.set(name, turn);
    return turn;
  };

  async function work(id: string, isComplete: boolean, signal: AbortSignal): Promise<void> {
    const deployment = list.find(id)?.record.deployment;
    if (!deployment) return;
    try {
      const backend = isComplete ? backendOf(deployment) : undefined;
      if (typeof backend === 'string') throw new NoBackendError(backend);
      const line = backend && { ...backend, turn: turnOf(deployment) };
      const finished = await runDownload(list, id, line, signal);
      onEnd(finished);
      await deliver(finished);
    } catch (error) {
      const isPaused = signal.aborted;
      const problem = isPaused ? undefined : problemOf(error);
      // A file that is whole stays so, whatever its way out of the browser met.
      const isMade = list.find(id)?.record.phase === 'done';
      const stopped = await list.update(id, isMade ? { problem } : { phase: 'stopped', isPaused, problem });
      if (stopped && !isPaused) onEnd(stopped);
    }
  }

  const locked = (id: string, isComplete: boolean, signal: AbortSignal): Promise<void> =>
    navigator.locks.request(lockOf(id), { ifAvailable: true }, async (lock) => {
      if (!lock) {
        list.showElsewhere(id);
        return;
      }
      list.show(id, ({ record }) => ({ record, live: {} }));
      list.announce(id);
      try {
        await work(id, isComplete, signal);
      } finally {
        list.show(id, ({ record }) => ({ record }));
      }
    });

  function run(id: string, isComplete = true): Promise<void> {
    const current = running.get(id);
    if (current) return current.ended;
    const controller = new AbortController();
    const ended = locked(id, isComplete, controller.signal).finally(() => running.delete(id));
    running.set(id, { controller, ended });
    return ended;
  }

  async function pause(id: string): Promise<void> {
    const current = running.get(id);
    current?.controller.abort(new DOMException('Paused.', 'AbortError'));
    await current?.ended;
  }

  return {
    state: list.store,
    loaded: list.loaded,
    pause,
    async start(record: DownloadRecord): Promise<void> {
      await list.loaded;
      await list.add(record);
      // Asked politely: a browser short of space clears sites without this first.
      void navigator.storage.persist?.();
      void run(record.id);
    },
    async resume(id: string): Promise<void> {
      const handle = list.find(id)?.record.handle;
      if (handle) await askPermission(handle);
      void run(id);
    },
    /** The rows that are here as a file that says it is incomplete. */
    savePartial: (id: string) => run(id, false),
    async save(id: string): Promise<void> {
      const record = list.find(id)?.record;
      if (record) await deliver(record);
    },
    saveManifest(id: string): void {
      const record = list.find(id)?.record;
      if (record?.file && record.manifest) saveManifest(record.file.name, record.manifest);
    },
    async remove(id: string): Promise<void> {
      await pause(id);
      await list.remove(id);
      await removeFiles(id, 'all');
    },
  };
}

export type DownloadManager = ReturnType<typeof createDownloadManager>;
