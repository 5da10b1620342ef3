/**
 * At most one identical request in flight: the second asker gets the first one's answer. The request is
 * aborted only when everyone who waits for it has gone.
 */
export type Share<T> = (
  key: string,
  signal: AbortSignal | undefined,
  start: (signal: AbortSignal) => Promise<T>,
) => Promise<T>;

interface Running<T> {
  readonly promise: Promise<T>;
  readonly controller: AbortController;
  users: number;
}

export function shareInFlight<T>(): Share<T> {
  const running = new Map<string, Running<T>>();

  function begin(key: string, start: (signal: AbortSignal) => Promise<T>): Running<T> {
    const controller = new AbortController();
    const promise = start(controller.signal).finally(() => {
      if (running.get(key)?.controller === controller) running.delete(key);
    });
    // When everyone has left, nobody else would look at the rejection.
    promise.catch(() => {});
    const entry: Running<T> = { promise, controller, users: 0 };
    running.set(key, entry);
    return entry;
  }

  return (key, signal, start) =>
    new Promise<T>((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason as Error);
        return;
      }
      const entry = running.get(key) ?? begin(key, start);
      entry.users += 1;
      const leave = () => {
        entry.users -= 1;
        if (entry.users === 0) {
          if (running.get(key) === entry) running.delete(key);
          entry.controller.abort(signal?.reason);
        }
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', leave, { once: true });
      entry.promise.then(resolve, reject).finally(() => signal?.removeEventListener('abort', leave));
    });
}
