/**
 * One question to a server, as JSON in and JSON out: waits for the budget, asks, retries what may be
 * retried, shares identical questions, and turns every failure into one of our error classes. Reads, also
 * those by POST, may be asked again. A write is neither shared nor repeated, except after a 429, which says
 * that nothing was done: repeated after a broken connection it might be done twice.
 */
import { ContractError } from '../contract/contract-error.ts';
import type { Fetch } from '../contract/fetch.ts';
import { HttpError, isHttpError } from '../contract/http-error.ts';
import { isNetworkError, NetworkError } from '../contract/network-error.ts';
import { rootOf } from '../contract/paths.ts';
import { looksLikeHtml, readProblem } from '../contract/problem.ts';
import type { JsonObject } from '../contract/run.ts';
import { TimeoutError } from '../contract/timeout-error.ts';
import type { Clock } from './clock.ts';
import type { RequestFacts } from './limit-rules.ts';
import type { RateBudget } from './rate-budget.ts';
import { retryAfterOf } from './retry-after.ts';
import { retryDelay, type Failure } from './retry-timing.ts';
import { shareInFlight } from './share-in-flight.ts';

interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: string;
  readonly body?: JsonObject;
  readonly isWrite?: true;
}

export type Caller = (call: Call, signal?: AbortSignal) => Promise<unknown>;

export interface RetryEvent {
  readonly kind: 'retry';
  readonly path: string;
  readonly reason: string;
  readonly attempts: number;
  /** Milliseconds. */
  readonly wait: number;
}

export interface CallerOptions {
  readonly baseUrl: string;
  readonly fetch: Fetch;
  readonly budget: RateBudget;
  readonly clock: Clock;
  readonly random: () => number;
  readonly onEvent?: (event: RetryEvent) => void;
}

function requestOf({ method, url, body }: Call, signal: AbortSignal): Request {
  const headers = { accept: 'application/json', ...(body ? { 'content-type': 'application/json' } : {}) };
  return new Request(url, { method, headers, signal, ...(body ? { body: JSON.stringify(body) } : {}) });
}

async function textOf(response: Response, signal: AbortSignal): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof DOMException && error.name === 'TimeoutError')
      throw new TimeoutError(undefined, { cause: error });
    throw new NetworkError('unreachable', 'The connection broke in the middle of an answer.', {
      cause: error,
    });
  }
}

function parse(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const what = looksLikeHtml(text) ? 'is a web page instead of JSON' : 'is not JSON';
    throw new ContractError(path, 'the body', what, { cause: error });
  }
}

function failureOf(error: unknown): Failure | undefined {
  if (isHttpError(error)) return { kind: 'status', status: error.status, retryAfter: error.retryAfter };
  const isNoAnswer = isNetworkError(error) && ['unreachable', 'not-there'].includes(error.failure);
  return isNoAnswer ? { kind: 'network' } : undefined;
}

const reasonOf = (error: unknown) =>
  isHttpError(error) && error.status === 429
    ? 'too many requests'
    : isHttpError(error)
      ? `the server answered with status ${error.status}`
      : 'no answer';

export function createCaller(options: CallerOptions): Caller {
  const { fetch, budget, clock } = options;
  const rootPath = new URL(rootOf(options.baseUrl)).pathname.replace(/\/$/, '');
  const share = shareInFlight<unknown>();

  async function once(call: Call, path: string, signal: AbortSignal): Promise<unknown> {
    const response = await fetch(requestOf(call, signal));
    const text = await textOf(response, signal);
    if (response.ok) return call.isWrite && text === '' ? undefined : parse(text, path);
    throw new HttpError({
      status: response.status,
      problem: readProblem(text, response.status),
      retryAfter: retryAfterOf(response.headers, clock.now()),
      path,
    });
  }

  async function waitForRetry(facts: RequestFacts, error: unknown, attempts: number, signal: AbortSignal) {
    const failure = failureOf(error);
    const wait = failure && retryDelay(failure, attempts, options.random());
    if (wait === undefined) throw error;
    const reason = reasonOf(error);
    if (isHttpError(error) && error.status === 429) budget.hold(facts, wait);
    options.onEvent?.({ kind: 'retry', path: facts.path, reason, attempts, wait });
    const hide = budget.showRetry({ reason, path: facts.path, until: clock.now() + wait, attempts });
    try {
      await clock.sleep(wait, signal);
    } finally {
      hide();
    }
  }

  async function ask(call: Call, signal: AbortSignal): Promise<unknown> {
    const path = new URL(call.url).pathname.slice(rootPath.length);
    const facts: RequestFacts = { method: call.method, path, body: call.body };
    for (let attempts = 1; ; attempts += 1) {
      const release = await budget.acquire(facts, signal);
      try {
        return await once(call, path, signal);
      } catch (error) {
        signal.throwIfAborted();
        release();
        if (call.isWrite && !(isHttpError(error) && error.status === 429)) throw error;
        await waitForRetry(facts, error, attempts, signal);
      } finally {
        release();
      }
    }
  }

  return (call, signal) => {
    if (call.isWrite) return ask(call, signal ?? new AbortController().signal);
    const key = `${call.method} ${call.url} ${call.body ? JSON.stringify(call.body) : ''}`;
    return share(key, signal, (shared) => ask(call, shared));
  };
}
