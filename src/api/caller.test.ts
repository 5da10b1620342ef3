import { expect, test, vi } from 'vitest';
import type { Fetch } from '../contract/fetch.ts';
import { NetworkError } from '../contract/network-error.ts';
import { fakeClock } from '../testing/fake-clock.ts';
import { fakeServer, html, json } from '../testing/fake-server.ts';
import { createCaller, type RetryEvent } from './caller.ts';
import { createRateBudget } from './rate-budget.ts';

const BASE = 'https://host/sub/api/v1';
const get = { method: 'GET', url: 'https://host/sub/api/v1/x' } as const;
const ROUTE = 'GET /sub/api/v1/x';

function setup(fetch: Fetch) {
  const clock = fakeClock();
  const events: RetryEvent[] = [];
  const budget = createRateBudget({ baseUrl: BASE, clock });
  const onEvent = (event: RetryEvent) => events.push(event);
  const call = createCaller({ baseUrl: BASE, fetch, budget, clock, random: () => 0, onEvent });
  return { clock, events, budget, call };
}

/** Looked at later, so that the clock can move first. */
const failureOf = (asked: Promise<unknown>) =>
  asked.then(
    () => undefined,
    (error: unknown) => error,
  );

/** Answers one after the other; the last one stays. */
const inTurn = (...answers: readonly (() => unknown)[]) => {
  let turn = 0;
  return () => answers[Math.min(turn++, answers.length - 1)]!();
};

test('a 429 with Retry-After is waited for, shown, and recovers', async () => {
  const server = fakeServer({
    [ROUTE]: inTurn(
      () => json(429, { detail: 'slow down' }, { 'retry-after': '3' }),
      () => ({ fine: true }),
    ),
  });
  const { clock, call, events, budget } = setup(server.fetch);
  const answer = call(get);
  await clock.advance(2999);
  expect(server.asked).toHaveLength(1);
  expect(events).toEqual([
    { kind: 'retry', path: '/api/v1/x', reason: 'too many requests', attempts: 1, wait: 3000 },
  ]);
  expect(budget.snapshot().retries).toMatchObject([{ path: '/api/v1/x', until: clock.now() + 1 }]);
  await clock.advance(1);
  await expect(answer).resolves.toEqual({ fine: true });
  expect(budget.snapshot()).toMatchObject({ retries: [], inFlight: 0 });
});

test('a 429 holds back the other requests of its route', async () => {
  const server = fakeServer({
    [ROUTE]: inTurn(
      () => json(429, {}, { 'retry-after': '3' }),
      () => 'ok',
    ),
  });
  const { clock, call } = setup(server.fetch);
  const first = call(get);
  await clock.settle();
  const second = call({ ...get, url: `${get.url}?y=1` });
  await clock.advance(2999);
  expect(server.asked).toHaveLength(1);
  await clock.advance(1);
  await Promise.all([first, second]);
});

test('four attempts, then the error with its evidence', async () => {
  const server = fakeServer({ [ROUTE]: () => json(503, { detail: 'busy' }, { 'retry-after': '1' }) });
  const { clock, call, events } = setup(server.fetch);
  const failed = failureOf(call(get));
  await clock.advance(60_000);
  expect(await failed).toMatchObject({
    name: 'HttpError',
    status: 503,
    message: 'busy',
    retryAfter: 1000,
    path: '/api/v1/x',
  });
  expect(server.asked).toHaveLength(4);
  expect(events).toHaveLength(3);
});

test.each([400, 401, 403, 404, 422, 501])('%d is not asked again', async (status) => {
  const server = fakeServer({ [ROUTE]: () => json(status, { detail: 'no' }) });
  const { call } = setup(server.fetch);
  await expect(call(get)).rejects.toMatchObject({ status, message: 'no' });
  expect(server.asked).toHaveLength(1);
});

test('a network error is asked again once', async () => {
  const fetch = vi.fn<Fetch>(async () => {
    throw new NetworkError('unreachable', 'gone');
  });
  const { clock, call } = setup(fetch);
  const failed = failureOf(call(get));
  await clock.advance(10_000);
  expect(await failed).toMatchObject({ failure: 'unreachable' });
  expect(fetch).toHaveBeenCalledTimes(2);
});

test('a refused origin is not asked again', async () => {
  const fetch = vi.fn<Fetch>(async () => {
    throw new NetworkError('wrong-origin', 'no');
  });
  await expect(setup(fetch).call(get)).rejects.toMatchObject({ failure: 'wrong-origin' });
  expect(fetch).toHaveBeenCalledTimes(1);
});

test.each<[string, () => unknown, RegExp]>([
  ['a web page', () => html(200), /web page/],
  ['no JSON', () => new Response('hello'), /not JSON/],
  ['half JSON', () => new Response('{"runs": ['), /not JSON/],
])('%s with status 200 breaks the contract', async (_, answer, message) => {
  const { call } = setup(fakeServer({ [ROUTE]: answer }).fetch);
  await expect(call(get)).rejects.toMatchObject({
    name: 'ContractError',
    path: '/api/v1/x',
    message: expect.stringMatching(message),
  });
});

test('a connection that breaks inside the body is a network error', async () => {
  const broken = () =>
    new Response(
      new ReadableStream({ start: (controller) => controller.error(new TypeError('terminated')) }),
    );
  const { clock, call } = setup(fakeServer({ [ROUTE]: broken }).fetch);
  const failed = failureOf(call(get));
  await clock.advance(10_000);
  expect(await failed).toMatchObject({ name: 'NetworkError', failure: 'unreachable' });
});

test('aborting stops a waiting retry and rethrows the reason untouched', async () => {
  const server = fakeServer({ [ROUTE]: () => json(503, {}) });
  const { clock, call, budget } = setup(server.fetch);
  const controller = new AbortController();
  const reason = new DOMException('left the page', 'AbortError');
  const failed = failureOf(call(get, controller.signal));
  await clock.settle();
  controller.abort(reason);
  expect(await failed).toBe(reason);
  await clock.advance(60_000);
  expect(server.asked).toHaveLength(1);
  expect(budget.snapshot()).toMatchObject({ retries: [], inFlight: 0, waiting: 0 });
  expect(clock.sleepers).toBe(0);
});

test('identical questions travel once, also by POST', async () => {
  const server = fakeServer({ 'POST /sub/api/v1/x': ({ body }) => body });
  const { call } = setup(server.fetch);
  const post = (n: number) => call({ ...get, method: 'POST', body: { n } });
  await expect(Promise.all([post(1), post(1), post(2)])).resolves.toEqual([{ n: 1 }, { n: 1 }, { n: 2 }]);
  expect(server.asked).toHaveLength(2);
});

test('a write is not repeated when it may have been done, and is when it was refused for its pace', async () => {
  const write = { method: 'POST', url: get.url, isWrite: true } as const;
  const broken = fakeServer({ [`POST ${get.url.slice('https://host'.length)}`]: () => json(502, {}) });
  await expect(setup(broken.fetch).call(write)).rejects.toMatchObject({ status: 502 });
  expect(broken.asked).toHaveLength(1);

  const busy = fakeServer({
    [`POST ${get.url.slice('https://host'.length)}`]: inTurn(
      () => json(429, {}, { 'retry-after': '3' }),
      () => new Response(null, { status: 204 }),
    ),
  });
  const { clock, call } = setup(busy.fetch);
  const answer = call(write);
  await clock.advance(3000);
  await expect(answer).resolves.toBeUndefined();
  expect(busy.asked).toHaveLength(2);
});

test('two equal writes are two', async () => {
  const server = fakeServer({ [`POST ${get.url.slice('https://host'.length)}`]: () => ({}) });
  const { call } = setup(server.fetch);
  const write = { method: 'POST', url: get.url, isWrite: true } as const;
  await Promise.all([call(write), call(write)]);
  expect(server.asked).toHaveLength(2);
});
