import { expect, test } from 'vitest';
import type { Dialect } from '../dialect.ts';
import { lintBar } from './lint-bar.ts';

const V1: Dialect = { kind: 'server', generation: 'v1' };

const linted = (text: string, dialect: Dialect = V1) =>
  lintBar(text, dialect).map(({ from, to, code }) => `${text.slice(from, to)}: ${code}`);

test.each([
  ['', []],
  ['status:error', []],
  ['error:~timeout tags:a*', ['error:~timeout: refused', 'tags:a*: unproven']],
  ['status:error OR total_tokens:>5', ['status:error OR total_tokens:>5: refused']],
  ['-error:~timeout', ['-error:~timeout: refused']],
  ['input.messages.0.content:x', ['input.messages.0.content:x: array-position']],
  ['latency:>2m', []],
])('%s: %j', (text, expected) => {
  expect(linted(text)).toEqual(expected);
});

test('here everything is taken', () => {
  expect(linted('error:~timeout tags:a*', { kind: 'local' })).toEqual([]);
});
