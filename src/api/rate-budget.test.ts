import { expect, test, vi } from 'vitest';
import { fakeClock } from '../testing/fake-clock.ts';
import type { LimitRule } from './limit-rules.ts';
import { createRateBudget } from './rate-budget.ts';

const slow: LimitRule = { id: 'slow', label: 'slow ones', count: 2, seconds: 10, concurrency: 9 };
const single: LimitRule = { id: 'single', label: 'one at a time', count: 99, seconds: 10, concurrency: 1 };
const all: LimitRule = { id: 'all', label: 'all', count: 1000, seconds: 10, concurrency: 99 };

function setup() {
  const clock = fakeClock();
  const table: Record<string, LimitRule[]> = {
    '/slow': [slow, all],
    '/single': [single, all],
    '/any': [all],
  };
  const budget = createRateBudget({ baseUrl: 'http://x', clock, rules: ({ path }) => table[path]! });
  const began: string[] = [];
  const start = async (name: string, path: string, signal?: AbortSignal) => {
    const release = await budget.acquire({ method: 'GET', path }, signal);
    began.push(`${name}@${(clock.now() - Date.UTC(2026, 10, 21)) / 1000}`);
    return release;
  };
  return { clock, budget, began, start };
}

test('never more than count in any seconds, in order', async () => {
  const { clock, began, start } = setup();
  const releases = [start('a', '/slow')];
  await clock.advance(4000);
  releases.push(start('b', '/slow'), start('c', '/slow'), start('d', '/slow'));
  await clock.advance(30_000);
  expect(began).toEqual(['a@0', 'b@4', 'c@10', 'd@14']);
  (await Promise.all(releases)).forEach((release) => release());
});

test('a request under another rule passes those that wait', async () => {
  const { clock, began, start } = setup();
  for (const name of ['a', 'b', 'c']) void start(name, '/slow');
  void start('x', '/any');
  await clock.settle();
  expect(began).toEqual(['a@0', 'b@0', 'x@0']);
});

test('one that waits for a tight rule lets others of their shared rule pass, and is next when it may', async () => {
  const { clock, began, start } = setup();
  for (const name of ['a', 'b', 'c']) void start(name, '/slow');
  await clock.advance(9000);
  void start('x', '/any');
  await clock.advance(1000);
  void start('d', '/slow');
  await clock.settle();
  expect(began).toEqual(['a@0', 'b@0', 'x@9', 'c@10', 'd@10']);
});

test('concurrency is given back by release, once', async () => {
  const { clock, budget, began, start } = setup();
  const first = await start('a', '/single');
  void start('b', '/single');
  void start('c', '/single');
  await clock.settle();
  expect(began).toEqual(['a@0']);
  expect(budget.snapshot()).toMatchObject({ inFlight: 1, waiting: 2, waitingUntil: undefined });
  first();
  first();
  await clock.settle();
  expect(began).toEqual(['a@0', 'b@0']);
});

test('the state says what is left and until when it waits', async () => {
  const { clock, budget, start } = setup();
  const seen = vi.fn<() => void>();
  budget.subscribe(seen);
  await start('a', '/slow');
  await start('b', '/slow');
  void start('c', '/slow');
  await clock.settle();
  const state = budget.snapshot();
  expect(state).toMatchObject({ waiting: 1, waitingUntil: clock.now() + 10_000 });
  expect(state.limits[0]).toMatchObject({ id: 'slow', count: 2, remaining: 0 });
  expect(budget.snapshot()).toBe(state);
  seen.mockClear();
  await clock.advance(25_000);
  expect(seen).toHaveBeenCalled();
  expect(budget.snapshot().limits[0]).toMatchObject({ remaining: 2 });
});

test('a 429 holds back its own rule for as long as the server said', async () => {
  const { clock, budget, began, start } = setup();
  budget.hold({ method: 'GET', path: '/slow' }, 5000);
  void start('a', '/slow');
  void start('x', '/any');
  await clock.settle();
  expect(began).toEqual(['x@0']);
  expect(budget.snapshot().limits[0]).toMatchObject({ id: 'slow', remaining: 0 });
  await clock.advance(5000);
  expect(began).toEqual(['x@0', 'a@5']);
});

test('an aborted wait leaves the queue', async () => {
  const { clock, budget, began, start } = setup();
  await start('a', '/slow');
  await start('b', '/slow');
  const controller = new AbortController();
  const waiting = start('c', '/slow', controller.signal);
  void start('d', '/slow');
  controller.abort(new Error('left'));
  await expect(waiting).rejects.toThrow('left');
  await clock.advance(10_000);
  expect(began).toEqual(['a@0', 'b@0', 'd@10']);
  expect(budget.snapshot().waiting).toBe(0);
  await expect(start('e', '/slow', AbortSignal.abort(new Error('before')))).rejects.toThrow('before');
});

test('retries are shown until they are made', () => {
  const { budget } = setup();
  const hide = budget.showRetry({ reason: 'no answer', path: '/x', until: 5, attempts: 1 });
  expect(budget.snapshot().retries).toMatchObject([{ reason: 'no answer', attempts: 1 }]);
  hide();
  expect(budget.snapshot().retries).toEqual([]);
});
