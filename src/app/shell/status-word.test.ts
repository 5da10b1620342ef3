import { expect, test } from 'vitest';
import type { RateState } from '../../api/rate-budget.ts';
import { statusWord } from './status-word.ts';

const limit = (remaining: number, count: number): RateState['limits'][number] => ({
  id: `${count}`,
  label: 'run queries',
  count,
  seconds: 10,
  remaining,
});
const calm: RateState = { limits: [], inFlight: 0, waiting: 0, retries: [] };
const retry = { reason: 'status 429', path: '/api/v1/runs/query', until: 4200, attempts: 1 };

test.each([
  [calm, undefined, 'API'],
  [calm, 'v2', 'API v2'],
  [{ ...calm, limits: [limit(10, 10)] }, 'v1', 'API v1'],
  [{ ...calm, limits: [limit(8, 10)] }, 'v1', 'API v1'],
  [{ ...calm, limits: [limit(990, 1000), limit(3, 10)] }, 'v1', 'API v1 · 3 left'],
  [{ ...calm, limits: [limit(0, 0)] }, 'v1', 'API v1'],
  [{ ...calm, waiting: 2 }, 'v1', '2 waiting'],
  [{ ...calm, waiting: 2, waitingUntil: 3100 }, 'v1', 'Waiting 3 s'],
  [{ ...calm, waiting: 2, retries: [retry] }, 'v1', 'Retrying in 4 s'],
  [{ ...calm, retries: [{ ...retry, until: 0 }] }, 'v1', 'Retrying in 0 s'],
] as const)('%j says %s: %s', (state, generation, expected) => {
  expect(statusWord(state, generation, 1000)).toBe(expected);
});
