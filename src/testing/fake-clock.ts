/** A clock that stands still until a test moves it; sleeping code wakes in order of time. */
export interface FakeClock {
  now(): number;
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Moves on, waking every sleeper on the way and letting the code behind it run. */
  advance(milliseconds: number): Promise<void>;
  /** Lets everything run that waits for no time. */
  settle(): Promise<void>;
  readonly sleepers: number;
}

export function fakeClock(start = Date.UTC(2026, 10, 21)): FakeClock {
  let time = start;
  let waiting: { at: number; wake: () => void }[] = [];
  // A macrotask lets any number of chained promises run first.
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  const sleep = (milliseconds: number, signal?: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      signal?.throwIfAborted();
      const abort = () => {
        waiting = waiting.filter((other) => other !== sleeper);
        reject(signal!.reason as Error);
      };
      const wake = () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      };
      const sleeper = { at: time + milliseconds, wake };
      waiting.push(sleeper);
      signal?.addEventListener('abort', abort);
    });
  const advance = async (milliseconds: number) => {
    const end = time + milliseconds;
    await settle();
    for (;;) {
      const next = waiting.filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (!next) break;
      waiting = waiting.filter((other) => other !== next);
      time = Math.max(time, next.at);
      next.wake();
      await settle();
    }
    time = end;
  };
  return {
    now: () => time,
    sleep,
    advance,
    settle,
    get sleepers() {
      return waiting.length;
    },
  };
}
