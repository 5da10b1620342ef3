import { expect, test } from 'vitest';
import { ContractError } from '../contract/contract-error.ts';
import { HttpError } from '../contract/http-error.ts';
import { NetworkError } from '../contract/network-error.ts';
import { TimeoutError } from '../contract/timeout-error.ts';
import { UnsupportedError } from '../contract/unsupported-error.ts';
import { errorAdvice } from './error-advice.ts';

const http = (status: number) =>
  new HttpError({
    status,
    path: '/runs/query',
    problem: { message: 'the server’s words', fields: [], isHtml: false },
  });

test.each([
  [http(400), 'The server refused the question'],
  [http(422), 'The server refused the question'],
  [http(401), 'The server does not accept the API key'],
  [http(403), 'The API key may not see this'],
  [http(404), 'The server does not know this project'],
  [http(429), 'Too many requests'],
  [http(503), 'The server failed'],
  [http(418), 'The server answered 418'],
  [new NetworkError('offline', 'no network'), 'This browser is offline'],
  [new NetworkError('unreachable', 'refused'), 'The server could not be reached'],
  [new TimeoutError(30_000), 'The server took too long'],
  [new ContractError('/x', 'items', 'is missing'), 'The answer was not understood'],
  [new UnsupportedError('not here', 'Do this instead.'), 'This server cannot answer that'],
  [new Error('odd'), 'Something went wrong'],
])('%s', (error, title) => {
  const advice = errorAdvice(error);
  expect(advice.title).toBe(title);
  expect(advice.detail).toBe(error.message);
  expect(advice.whatNow).toMatch(/\.$/);
});
