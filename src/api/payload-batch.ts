/**
 * Payloads of runs opened in the same moment, in one question (CONTRACT §15.5: v1 allows three of these in
 * ten seconds). The question is aborted when everyone who asked has gone.
 */
import type { Api } from '../contract/api.ts';
import type { RunPayload } from '../contract/run.ts';
import { raceAbort } from './race-abort.ts';

type AskPayload = (id: string, projectId: string, signal?: AbortSignal) => Promise<RunPayload | undefined>;

interface Batch {
  readonly ids: Set<string>;
  readonly controller: AbortController;
  readonly answer: Promise<ReadonlyMap<string, RunPayload>>;
  users: number;
}

function batcher(api: Api): AskPayload {
  const open = new Map<string, Batch>();

  function begin(projectId: string): Batch {
    const ids = new Set<string>();
    const controller = new AbortController();
    const answer = Promise.resolve().then(async () => {
      open.delete(projectId);
      controller.signal.throwIfAborted();
      const payloads = await api.runPayloads([...ids], projectId, controller.signal);
      return new Map(payloads.map((payload) => [payload.id, payload]));
    });
    answer.catch(() => {}); // Everyone may have left.
    const batch: Batch = { ids, controller, answer, users: 0 };
    open.set(projectId, batch);
    return batch;
  }

  return async (id, projectId, signal) => {
    signal?.throwIfAborted();
    const batch = open.get(projectId) ?? begin(projectId);
    batch.ids.add(id);
    batch.users += 1;
    const leave = () => {
      batch.users -= 1;
      if (batch.users === 0) batch.controller.abort(signal?.reason);
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return (await raceAbort(batch.answer, signal)).get(id);
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  };
}

const batchers = new WeakMap<Api, AskPayload>();

export function payloadBatch(api: Api): AskPayload {
  const known = batchers.get(api);
  if (known) return known;
  const made = batcher(api);
  batchers.set(api, made);
  return made;
}
