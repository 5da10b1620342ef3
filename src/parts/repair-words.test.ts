import { expect, test } from 'vitest';
import { HttpError } from '../contract/http-error.ts';
import { NetworkError } from '../contract/network-error.ts';
import { repairWords } from './repair-words.ts';

const http = (status: number) =>
  new HttpError({ status, problem: { message: 'no', fields: [], isHtml: false }, path: '/sessions' });

test.each<[string, unknown, string | undefined]>([
  ['a refused key', http(401), 'Enter the key'],
  ['a key without permission', http(403), 'Change the connection'],
  ['a refused filter', http(422), undefined],
  ['a failing server', http(503), undefined],
  ['nobody answers', new NetworkError('unreachable', 'x'), 'Change the connection'],
  ['no network', new NetworkError('offline', 'x'), undefined],
  ['anything else', new Error('x'), undefined],
])('%s', (_, error, words) => {
  expect(repairWords(error)).toBe(words);
});
