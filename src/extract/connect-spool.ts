/** The page's end of a download's worker: one question at a time, in order. */
import { storageError } from './storage-error.ts';
import type { FileWritten, SpoolOpened, SpoolReply, SpoolRequest } from './spool-protocol.ts';
import type { ExtractSpec } from './spec.ts';

export interface Spool {
  open(id: string, size: number, needsGroups: boolean): Promise<SpoolOpened>;
  append(text: string): Promise<number>;
  write(
    spec: ExtractSpec,
    handle: FileSystemFileHandle | undefined,
    onProgress: (rows: number) => void,
  ): Promise<FileWritten>;
  /** Lets go of the files and ends. */
  close(): Promise<void>;
  /** Ends the worker at once, whatever it does. The browser frees its files a little later. */
  stop(): void;
}

interface Waiting {
  readonly resolve: (reply: SpoolReply) => void;
  readonly reject: (reason: Error) => void;
}

export function connectSpool(): Spool {
  const worker = new Worker(new URL('./internal/spool-worker.ts', import.meta.url), {
    type: 'module',
    name: 'runlens download',
  });
  let waiting: Waiting | undefined;
  let onProgress: (rows: number) => void = () => undefined;
  let last: Promise<unknown> = Promise.resolve();

  const settle = (act: (waiter: Waiting) => void) => {
    const waiter = waiting;
    waiting = undefined;
    if (waiter) act(waiter);
  };
  worker.addEventListener('message', ({ data }: MessageEvent<SpoolReply>) => {
    if (data.kind === 'progress') onProgress(data.rows);
    else if (data.kind === 'failed') settle(({ reject }) => reject(storageError(data.name, data.message)));
    else settle(({ resolve }) => resolve(data));
  });
  worker.addEventListener('error', (event) =>
    settle(({ reject }) => reject(new Error(`The worker of this download stopped: ${event.message}`))),
  );

  function ask<Kind extends SpoolReply['kind']>(
    request: SpoolRequest,
    kind: Kind,
  ): Promise<Extract<SpoolReply, { kind: Kind }>> {
    const answer = last.then(
      () =>
        new Promise<SpoolReply>((resolve, reject) => {
          waiting = { resolve, reject };
          worker.postMessage(request, []);
        }),
    );
    last = answer.catch(() => undefined);
    return answer.then((reply) => {
      if (reply.kind !== kind) throw new Error(`The worker answered ${reply.kind} instead of ${kind}.`);
      return reply as Extract<SpoolReply, { kind: Kind }>;
    });
  }

  return {
    open: async (id, size, needsGroups) =>
      (await ask({ kind: 'open', id, size, needsGroups }, 'opened')).opened,
    append: async (text) => (await ask({ kind: 'append', text }, 'appended')).size,
    write: async (spec, handle, progress) => {
      onProgress = progress;
      return (await ask({ kind: 'write', spec, ...(handle ? { handle } : {}) }, 'written')).file;
    },
    close: async () => {
      await ask({ kind: 'close' }, 'closed');
      worker.terminate();
    },
    stop: () => {
      worker.terminate();
      settle(({ reject }) => reject(new DOMException('The download was stopped.', 'AbortError')));
    },
  };
}
