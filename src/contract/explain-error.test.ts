import { expect, test } from 'vitest';
import { ContractError } from './contract-error.ts';
import { explainError } from './explain-error.ts';
import { HttpError } from './http-error.ts';
import { NetworkError } from './network-error.ts';
import { NotFoundError } from './not-found-error.ts';
import { readProblem } from './problem.ts';
import { TimeoutError } from './timeout-error.ts';
import { UnsupportedError } from './unsupported-error.ts';

const http = (status: number, body: unknown, retryAfter?: number) =>
  new HttpError({
    status,
    problem: readProblem(typeof body === 'string' ? body : JSON.stringify(body), status),
    path: '/api/v1/runs/query',
    retryAfter,
  });

test.each<[string, unknown, RegExp, RegExp, boolean]>([
  ['401', http(401, { detail: 'Invalid token' }), /key was refused/, /valid API key/, false],
  [
    'org key',
    http(403, { error: 'org_scoped_key_requires_workspace' }),
    /needs a workspace/,
    /workspace/,
    false,
  ],
  ['403', http(403, { detail: 'Forbidden' }), /Not allowed/, /permissions/, false],
  ['404', http(404, { detail: 'no' }), /Not found/, /deleted/, false],
  ['404 html', http(404, '<html>'), /not a LangSmith/, /address/, false],
  ['422', http(422, { detail: 'bad filter' }), /refused the question/, /filter/, false],
  ['400 with a remedy', http(400, { detail: 'x', remedy: 'Do y.' }), /refused/, /^Do y\.$/, false],
  ['429', http(429, {}, 12_300), /Too many/, /13 s/, true],
  ['500', http(500, {}), /failed/, /again/, true],
  ['501', http(501, {}), /501/, /connection/, false],
  ['offline', new NetworkError('offline', 'gone'), /offline/, /network/, true],
  ['unreachable', new NetworkError('unreachable', 'gone'), /No answer/, /CORS/, true],
  ['redirected', new NetworkError('redirected', 'gone'), /No answer/, /redirects/, false],
  ['timeout', new TimeoutError(90_000), /too slow/, /shorter/, true],
  ['contract', new ContractError('/x', 'runs.0.id', 'is missing'), /cannot read/, /LangSmith API/, false],
  ['not found', new NotFoundError('run', 'abc', 'Looked everywhere.'), /No such run/, /workspace/, false],
  ['unsupported', new UnsupportedError('No.', 'Pick a project.'), /Not possible/, /Pick a project/, false],
  ['unknown', new RangeError('odd'), /went wrong/, /reload/, false],
  ['a thrown text', 'odd', /went wrong/, /reload/, false],
])('%s', (_, error, title, next, isTransient) => {
  const explanation = explainError(error)!;
  expect(explanation.title).toMatch(title);
  expect(explanation.next).toMatch(next);
  expect(explanation.detail).not.toBe('');
  expect(explanation.isTransient).toBe(isTransient);
});

test('an aborted request has nothing to explain', () => {
  expect(explainError(new DOMException('x', 'AbortError'))).toBeUndefined();
});
