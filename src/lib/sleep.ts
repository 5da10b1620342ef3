/** The longest that a timer of the platform waits; longer waits are several. */
const LONGEST = 2 ** 31 - 1;

/** Rejects with the reason of the signal. */
export async function sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
  for (let left = milliseconds; ; left -= LONGEST) {
    await once(Math.min(left, LONGEST), signal);
    if (left <= LONGEST) return;
  }
}

function once(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = () => {
      clearTimeout(timer);
      reject(signal!.reason as Error);
    };
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', abort);
        resolve();
      },
      Math.max(0, milliseconds),
    );
    signal?.addEventListener('abort', abort, { once: true });
  });
}
