import { expect, test } from 'vitest';
import { HttpError } from '../../contract/http-error.ts';
import { NetworkError } from '../../contract/network-error.ts';
import { type Outcome, refusalOf } from './refusal.ts';

const http = (status: number) =>
  new HttpError({ status, problem: { message: 'no', fields: [], isHtml: false }, path: '/' });
const failed = (at: number, error: Error, before = 0): Outcome => {
  return { dataUpdatedAt: before, errorUpdatedAt: at, error };
};
const answered = (at: number): Outcome => ({ dataUpdatedAt: at, errorUpdatedAt: 0, error: null });
const waiting: Outcome = { dataUpdatedAt: 0, errorUpdatedAt: 0, error: null };

test.each<[string, readonly Outcome[], string | undefined]>([
  ['nothing asked yet', [], undefined],
  ['nothing answered yet', [waiting], undefined],
  ['all is well', [answered(1), answered(2)], undefined],
  ['the key was refused', [failed(2, http(401)), waiting], 'key refused'],
  ['it was taken before', [answered(1), failed(2, http(401), 1)], 'key refused'],
  ['a later answer came with the same key', [failed(2, http(401)), answered(3)], undefined],
  ['a filter was refused', [failed(2, http(422))], undefined],
  ['one thing is not allowed', [failed(2, http(403))], 'not allowed'],
  ['the server went away', [answered(1), failed(2, new NetworkError('unreachable', 'x'))], 'no answer'],
])('%s', (_, outcomes, expected) => {
  expect(refusalOf(outcomes)).toBe(expected);
});
