/** At most so many questions in flight at once, whoever asks them; the others wait in the order they came. */
export type Turn = <T>(ask: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** Of all downloads together, per deployment: LangSmith's own guide keeps to two workers. */
export const MOST_IN_FLIGHT = 2;

export function turnstile(most: number = MOST_IN_FLIGHT): Turn {
  const waiting: (() => void)[] = [];
  let inFlight = 0;

  const enter = (signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      signal.throwIfAborted();
      if (inFlight < most) {
        inFlight += 1;
        resolve();
        return;
      }
      const go = () => {
        signal.removeEventListener('abort', leave);
        inFlight += 1;
        resolve();
      };
      const leave = () => {
        waiting.splice(waiting.indexOf(go), 1);
        reject(signal.reason as Error);
      };
      waiting.push(go);
      signal.addEventListener('abort', leave, { once: true });
    });

  return async (ask, signal) => {
    await enter(signal);
    try {
      return await ask();
    } finally {
      inFlight -= 1;
      waiting.shift()?.();
    }
  };
}
