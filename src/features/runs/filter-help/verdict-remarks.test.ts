import { expect, test } from 'vitest';
import { verdictRemarks } from './verdict-remarks.ts';

const none = { filter: '', traceFilter: '', treeFilter: '' };
const server = { kind: 'server' } as const;
const fine = { ...none, filter: 'eq(status, "error")' };
const doubted = { ...none, filter: 'neq(error, null)' };
const ok = { valid: true, errors: [] };

test.each([
  ['both find it right', fine, ok, []],
  ['we warn, the server does not mind', doubted, ok, ['accepted']],
  [
    'the server refuses',
    fine,
    { valid: false, errors: [{ field: 'trace_filter', message: 'Bad' }] },
    ['refused'],
  ],
  ['the server refuses without a word', fine, { valid: false, errors: [] }, ['refused']],
])('%s', (_what, texts, verdict, expected) => {
  expect(verdictRemarks(texts, server, verdict).map(({ kind }) => kind)).toEqual(expected);
});

test('a refusal names the argument and says the server’s words', () => {
  const verdict = { valid: false, errors: [{ field: 'trace_filter', message: 'Unknown field x' }] };
  expect(verdictRemarks(fine, server, verdict)[0]?.message).toBe(
    'The server’s own check refuses the argument trace_filter: “Unknown field x”.',
  );
});
