import { expect, test } from 'vitest';
import { MESSAGE_LIMIT, readProblem } from './problem.ts';

test.each<[string, unknown, number, string]>([
  ['detail text', { detail: 'Invalid token' }, 401, 'Invalid token'],
  [
    'detail list',
    {
      detail: [
        { loc: ['body', 'limit'], msg: 'too big', type: 'x' },
        { loc: ['body', 'order'], msg: 'bad' },
      ],
    },
    422,
    'body.limit: too big; body.order: bad',
  ],
  ['detail list of texts', { detail: ['one', 'two'] }, 422, 'one; two'],
  ['empty detail list falls through', { detail: [], message: 'later' }, 422, 'later'],
  ['detail object', { detail: { message: 'inside' } }, 400, 'inside'],
  ['error text', { error: 'org_scoped_key_requires_workspace' }, 403, 'org_scoped_key_requires_workspace'],
  ['error object', { error: { message: 'nested', code: 1 } }, 500, 'nested'],
  ['message', { message: 'plain' }, 500, 'plain'],
  ['detail wins over error', { detail: 'first', error: 'second' }, 400, 'first'],
  ['title only', { title: 'Bad Request', status: 400 }, 400, 'Bad Request'],
  ['nothing', {}, 418, 'The server answered with status 418 and no explanation.'],
  ['null detail', { detail: null }, 500, 'The server answered with status 500 and no explanation.'],
  ['array', [1], 500, '[1]'],
])('%s', (_, body, status, message) => {
  expect(readProblem(JSON.stringify(body), status)).toMatchObject({ message, isHtml: false });
});

test('a v2 problem brings its remedy', () => {
  const body = JSON.stringify({ type: 'about:blank', title: 'X', detail: 'why', remedy: 'do this' });
  expect(readProblem(body, 400)).toMatchObject({ message: 'why', remedy: 'do this' });
});

test('field problems keep their path', () => {
  const body = JSON.stringify({ detail: [{ loc: ['body', 'select', 3], msg: 'not allowed' }] });
  expect(readProblem(body, 422).fields).toEqual([{ field: 'body.select.3', message: 'not allowed' }]);
});

test('a web page is recognised and named, not shown', () => {
  const problem = readProblem('<!DOCTYPE html><html><head><title>Sign in</title></head>…', 502);
  expect(problem.isHtml).toBe(true);
  expect(problem.message).toContain('Sign in');
  expect(problem.message).not.toContain('<');
});

test('plain text is shown, and cut when endless', () => {
  expect(readProblem('upstream connect error', 503).message).toBe('upstream connect error');
  expect(readProblem('x'.repeat(50_000), 500).message.length).toBeLessThan(MESSAGE_LIMIT + 40);
  expect(readProblem('  ', 500).message).toContain('no explanation');
});
