import { useSyncExternalStore } from 'react';

/**
 * One clock for the whole page: a thousand relative times tick together, on one timer that stops when
 * nobody looks.
 */
const STEP_MS = 10_000;
const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = Date.now();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    listeners.forEach((notify) => notify());
  }, STEP_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function read(): number {
  // A component that mounts long after the last tick must not start with an old time.
  if (Math.abs(Date.now() - now) >= STEP_MS) now = Date.now();
  return now;
}

/** Epoch milliseconds, renewed every ten seconds. */
export const useNow = () => useSyncExternalStore(subscribe, read);
