import type { Fetch } from '../contract/fetch.ts';
import { connectWorker } from './internal/port.ts';

/** A fresh, empty engine in a worker of its own. Its data lives until it is stopped. */
export function startEngine(): { readonly fetch: Fetch; stop(): void } {
  return connectWorker(
    new Worker(new URL('./internal/worker.ts', import.meta.url), { type: 'module', name: 'runlens engine' }),
  );
}
