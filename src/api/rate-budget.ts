/**
 * Keeps a connection within its rate limits, and lets the screen see it. A rule is counted as a sliding
 * window of starts: never more than `count` in any `seconds`, whatever kind of window the server keeps.
 * Waiting requests are looked at in the order they came, so they start in order per rule; one that waits
 * for a tight rule does not hold back those under wider ones.
 *
 * Time only moves through the injected clock.
 */
import { createAlarm } from './alarm.ts';
import { systemClock, type Clock } from './clock.ts';
import { limitRulesFor, type LimitRule, type LimitRules, type RequestFacts } from './limit-rules.ts';
import { ruleLedger, type LimitState } from './rule-ledger.ts';

interface PendingRetry {
  readonly reason: string;
  readonly path: string;
  /** Epoch milliseconds of the next attempt. */
  readonly until: number;
  /** Attempts made so far. */
  readonly attempts: number;
}

/** A new object with every change, the same one in between. */
export interface RateState {
  /** Limits that were touched so far, tightest use first; empty where none are known. */
  readonly limits: readonly LimitState[];
  readonly inFlight: number;
  readonly waiting: number;
  /** When the first waiting request may start, as far as time decides it. */
  readonly waitingUntil?: number;
  readonly retries: readonly PendingRetry[];
}

export interface RateBudget {
  /** Resolves when the request may start; call the answer when it ended. Rejects with the abort reason. */
  acquire(request: RequestFacts, signal?: AbortSignal): Promise<() => void>;
  /** The server said 429: nothing more under the request's tightest rule for so long. */
  hold(request: RequestFacts, milliseconds: number): void;
  /** Shows a retry until the returned function is called. */
  showRetry(retry: PendingRetry): () => void;
  subscribe(listener: () => void): () => void;
  snapshot(): RateState;
}

interface Waiter {
  readonly rules: readonly LimitRule[];
  readonly start: (release: () => void) => void;
}

type Resolve = (release: () => void) => void;
type Reject = (reason: Error) => void;

export function createRateBudget(options: {
  readonly baseUrl: string;
  readonly clock?: Clock;
  readonly rules?: LimitRules;
}): RateBudget {
  const clock = options.clock ?? systemClock;
  const rulesOf = options.rules ?? limitRulesFor(options.baseUrl);
  const ledger = ruleLedger();
  const listeners = new Set<() => void>();
  let waiters: readonly Waiter[] = [];
  let retries: readonly PendingRetry[] = [];
  let inFlight = 0;
  let state: RateState = { limits: [], inFlight: 0, waiting: 0, retries: [] };
  const setAlarm = createAlarm(clock, pump);

  function publish(waitingUntil: number | undefined) {
    const limits = ledger.states(clock.now());
    state = { limits, inFlight, waiting: waiters.length, waitingUntil, retries };
    for (const listener of listeners) listener();
  }

  function begin({ rules, start }: Waiter) {
    ledger.start(rules, clock.now());
    inFlight += 1;
    let isOver = false;
    start(() => {
      if (isOver) return;
      isOver = true;
      inFlight -= 1;
      ledger.end(rules);
      pump();
    });
  }

  function pump() {
    const now = clock.now();
    const still: Waiter[] = [];
    let earliest: number | undefined;
    for (const waiter of waiters) {
      const readyAt = ledger.readyAt(waiter.rules, now);
      if (readyAt !== undefined && readyAt <= now) {
        begin(waiter);
        continue;
      }
      still.push(waiter);
      if (readyAt !== undefined) earliest = Math.min(earliest ?? Infinity, readyAt);
    }
    waiters = still;
    const refresh = listeners.size > 0 ? ledger.nextChange(now) : undefined;
    publish(earliest);
    setAlarm(earliest === undefined ? refresh : Math.min(earliest, refresh ?? Infinity));
  }

  function enqueue(request: RequestFacts, signal: AbortSignal | undefined, resolve: Resolve, reject: Reject) {
    if (signal?.aborted) {
      reject(signal.reason as Error);
      return;
    }
    const leave = () => {
      waiters = waiters.filter((other) => other !== waiter);
      reject(signal?.reason as Error);
      pump();
    };
    const waiter: Waiter = {
      rules: rulesOf(request, clock.now()),
      start: (release) => {
        signal?.removeEventListener('abort', leave);
        resolve(release);
      },
    };
    signal?.addEventListener('abort', leave, { once: true });
    waiters = [...waiters, waiter];
    pump();
  }

  return {
    acquire: (request, signal) => new Promise((resolve, reject) => enqueue(request, signal, resolve, reject)),
    hold: (request, milliseconds) => {
      const [tightest] = rulesOf(request, clock.now());
      if (tightest) ledger.hold(tightest, clock.now() + milliseconds);
      pump();
    },
    showRetry: (retry) => {
      retries = [...retries, retry];
      pump();
      return () => {
        retries = retries.filter((other) => other !== retry);
        pump();
      };
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => state,
  };
}
