/**
 * Questions of a download outlive bad weather: the client retries for some seconds (api/retry-timing.ts), this
 * goes on for minutes. Whoever waits here holds no place in the rate budget.
 */
import { isContractError } from '../../../contract/contract-error.ts';
import { isHttpError } from '../../../contract/http-error.ts';
import { isNetworkError } from '../../../contract/network-error.ts';
import { isTimeoutError } from '../../../contract/timeout-error.ts';
import type { Clock } from '../../../api/clock.ts';

const MOST_ATTEMPTS = 8;
/** A page of nonsense may be a page cut short by a proxy; twice the same is the server's own. */
const MOST_UNREADABLE = 3;
const FIRST_WAIT = 2000;
const LONGEST_WAIT = 60_000;

export interface Waiting {
  readonly reason: string;
  /** Epoch milliseconds. */
  readonly until: number;
  readonly attempt: number;
}

function attemptsFor(error: unknown): number {
  if (isHttpError(error))
    return error.status === 429 || error.status >= 500 || error.status === 408 ? MOST_ATTEMPTS : 1;
  if (isNetworkError(error))
    return ['unreachable', 'not-there', 'offline'].includes(error.failure) ? MOST_ATTEMPTS : 1;
  if (isTimeoutError(error)) return MOST_ATTEMPTS;
  return isContractError(error) ? MOST_UNREADABLE : 1;
}

function waitAfter(error: unknown, attempt: number, random: number): number {
  const usual = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (attempt - 1)) * (0.75 + random / 2);
  const asked = isHttpError(error) ? (error.retryAfter ?? 0) : 0;
  return Math.max(usual, asked);
}

const reasonOf = (error: unknown) =>
  isHttpError(error) && error.status === 429
    ? 'The server has had too many requests'
    : isHttpError(error)
      ? `The server answered with status ${error.status}`
      : error instanceof Error
        ? error.message
        : String(error);

export interface Patience {
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
  readonly onWaiting: (waiting: Waiting | undefined) => void;
}

export async function persistently<T>(ask: () => Promise<T>, patience: Patience): Promise<T> {
  const { clock, random, signal, onWaiting } = patience;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      signal.throwIfAborted();
      if (attempt >= attemptsFor(error)) throw error;
      const wait = waitAfter(error, attempt, random());
      onWaiting({ reason: reasonOf(error), until: clock.now() + wait, attempt });
      try {
        await clock.sleep(wait, signal);
      } finally {
        onWaiting(undefined);
      }
    }
  }
}
