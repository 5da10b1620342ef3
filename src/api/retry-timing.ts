/**
 * Whether and when a read is asked again. Pure: the caller brings the randomness.
 *
 * Statuses are those the SDKs retry (CONTRACT §2). Without a word from the server the wait doubles with
 * every attempt and is spread by half, so that clients refused together do not come back together.
 */
export type Failure =
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: number }
  | { readonly kind: 'network' };

export const MAX_ATTEMPTS = 4;
/** A refused or missing server answers at once; a second failure is worth telling. */
const MAX_NETWORK_ATTEMPTS = 2;

/** Longer waits are the person's decision: the error then says how long the server asked for. */
export const LONGEST_WAIT = 60_000;

const RETRIED = new Set([408, 425, 429, 500, 502, 503, 504]);

/** Cloud's limits are counted over ten seconds (CONTRACT §3), so three waits reach over one. */
const firstWait = (failure: Failure) => (failure.kind === 'status' && failure.status === 429 ? 2500 : 500);

/**
 * Milliseconds until the next attempt, or undefined to give up. `attempts` were made so far; `random` is
 * in [0, 1).
 */
export function retryDelay(failure: Failure, attempts: number, random: number): number | undefined {
  if (failure.kind === 'network' && attempts >= MAX_NETWORK_ATTEMPTS) return undefined;
  if (attempts >= MAX_ATTEMPTS) return undefined;
  if (failure.kind === 'status' && !RETRIED.has(failure.status)) return undefined;
  if (failure.kind === 'status' && failure.retryAfter !== undefined) {
    const wait = Math.ceil(failure.retryAfter * (1 + random * 0.05));
    return failure.retryAfter > LONGEST_WAIT ? undefined : wait;
  }
  const full = firstWait(failure) * 2 ** (attempts - 1);
  return Math.round(full * (0.5 + random / 2));
}
