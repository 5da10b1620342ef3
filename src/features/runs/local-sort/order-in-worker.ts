import { orderByValue, type SortValue } from '../../../lib/order-by-value.ts';
import type { OrderRequest } from './order-worker.ts';

/** Beyond so many different texts ordering them takes tens of milliseconds. */
const MANY_TEXTS = 5000;

export function isSlowToOrder(values: readonly SortValue[]): boolean {
  const texts = new Set<SortValue>();
  return values.some((value) => typeof value === 'string' && texts.add(value).size > MANY_TEXTS);
}

let worker: Worker | undefined;
let last: Promise<unknown> = Promise.resolve();

/** One after the other; what nobody waits for any more is not begun. A worker that fails is done without. */
export function orderInWorker(request: OrderRequest, signal: AbortSignal): Promise<Uint32Array> {
  const answer = last.then(() => {
    signal.throwIfAborted();
    return ask(request).catch(() => orderByValue(request.values, request.isDescending));
  });
  last = answer.catch(() => undefined);
  return answer;
}

function ask(request: OrderRequest): Promise<Uint32Array> {
  worker ??= new Worker(new URL('./order-worker.ts', import.meta.url), {
    type: 'module',
    name: 'runlens order',
  });
  const asked = worker;
  return new Promise((resolve, reject) => {
    asked.addEventListener('message', ({ data }: MessageEvent<Uint32Array>) => resolve(data), { once: true });
    asked.addEventListener(
      'error',
      () => {
        worker = undefined;
        reject(new Error('The worker that orders rows stopped.'));
      },
      { once: true },
    );
    asked.postMessage(request, []);
  });
}
