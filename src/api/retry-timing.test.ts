import { describe, expect, test } from 'vitest';
import { retryAfterOf } from './retry-after.ts';
import { LONGEST_WAIT, MAX_ATTEMPTS, retryDelay } from './retry-timing.ts';

const status = (code: number, retryAfter?: number) => ({ kind: 'status' as const, status: code, retryAfter });

test.each([400, 401, 403, 404, 405, 409, 410, 413, 422, 501])('%d is final', (code) => {
  expect(retryDelay(status(code), 1, 0)).toBeUndefined();
});

test.each([408, 425, 429, 500, 502, 503, 504])('%d is asked again, later each time', (code) => {
  const waits = [1, 2, 3].map((attempts) => retryDelay(status(code), attempts, 0.5)!);
  expect(waits[1]).toBe(waits[0]! * 2);
  expect(waits[2]).toBe(waits[0]! * 4);
  expect(retryDelay(status(code), MAX_ATTEMPTS, 0.5)).toBeUndefined();
});

test('waits are spread over half of their length', () => {
  expect(retryDelay(status(503), 1, 0)).toBe(250);
  expect(retryDelay(status(503), 1, 0.999)).toBe(500);
});

test('the server’s word is obeyed, never undercut', () => {
  expect(retryDelay(status(429, 7000), 1, 0)).toBe(7000);
  expect(retryDelay(status(429, 7000), 1, 0.99)).toBeGreaterThan(7000);
  expect(retryDelay(status(503, 0), 1, 0)).toBe(0);
});

test('a very long wait is left to the person', () => {
  expect(retryDelay(status(429, LONGEST_WAIT + 1), 1, 0)).toBeUndefined();
});

test('a missing server is asked twice', () => {
  expect(retryDelay({ kind: 'network' }, 1, 0)).toBe(250);
  expect(retryDelay({ kind: 'network' }, 2, 0)).toBeUndefined();
});

describe('Retry-After', () => {
  const now = Date.UTC(2026, 0, 1);
  test.each<[string, Record<string, string>, number | undefined]>([
    ['seconds', { 'retry-after': '12' }, 12_000],
    ['fraction', { 'retry-after': '0.5' }, 500],
    ['a date', { 'retry-after': 'Thu, 01 Jan 2026 00:00:30 GMT' }, 30_000],
    ['a date gone by', { 'retry-after': 'Wed, 31 Dec 2025 00:00:00 GMT' }, 0],
    ['milliseconds win', { 'retry-after': '12', 'retry-after-ms': '150' }, 150],
    ['unreadable milliseconds', { 'retry-after': '2', 'retry-after-ms': 'soon' }, 2000],
    ['unreadable', { 'retry-after': 'soon' }, undefined],
    ['absent', {}, undefined],
  ])('%s', (_, headers, expected) => {
    expect(retryAfterOf(new Headers(headers), now)).toBe(expected);
  });
});
