import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkBar } from './check-bar.ts';
import { barToFilter } from './bar-to-filter.ts';
import { parseBar } from './parse-bar.ts';
import { scanBar } from './scan-bar.ts';

const codes = (text: string) => {
  const { tree, problems } = parseBar(text);
  return [...problems, ...checkBar(tree)].map(({ code, from, to }) => [code, text.slice(from, to)]);
};

test.each([
  ['status: error', 'blank-after-colon', ' '],
  ['status:', 'missing-value', ':'],
  ['name:"docs', 'unclosed-quote', '"docs'],
  ['(status:error', 'unclosed', '('],
  ['status:error)', 'extra-close', ')'],
  ['()', 'empty-group', '('],
  ['status:error AND', 'missing-side', 'AND'],
  ['OR status:error', 'missing-side', 'OR'],
  ['status:error NOT', 'missing-side', 'NOT'],
  ['latency:[1 2]', 'bad-range', ':[1'],
  ['latency:[1 TO *]', 'open-range', ':[1 TO *]'],
  ['latncy:>1', 'unknown-field', 'latncy'],
  ['latency:>soon', 'not-a-number', 'soon'],
  ['latency:a*', 'illegal-operator', 'latency:a*'],
  ['input:refund', 'illegal-operator', 'input:refund'],
  ['input.k:>1', 'illegal-operator', 'input.k:>1'],
  ['error:*', 'illegal-operator', 'error:*'],
  ['feedback.correctness:0.5', 'illegal-operator', 'feedback.correctness:0.5'],
  ['status:broken', 'unknown-value', 'broken'],
  ['turn_count:>3', 'wrong-scope', 'turn_count'],
  ['prompt_token_details:>3', 'unknown-field', 'prompt_token_details'],
  ['doc*', 'wildcard-in-term', 'doc*'],
  ['""', 'empty-term', '""'],
  ['feedback:{c.score:>1', 'unclosed', ':{'],
])('%s is told as %s', (text, code, range) => {
  expect(codes(text)).toContainEqual([code, range]);
});

test('what is right beside a mistake is still understood', () => {
  expect(barToFilter('status:error AND latency: AND name:a').filter).toBe(
    'and(eq(status, "error"), eq(name, "a"))',
  );
});

test('tokens lie side by side in order', () => {
  const text = '-name:"a b" OR (latency:[1 TO 2} feedback:{c.score:>=1}) wörd';
  const tokens = scanBar(text);
  expect(tokens.map(({ kind }) => kind).join(' ')).toBe(
    'not field operator word or open field operator word to word range-close field operator field operator word group-close close word',
  );
  for (const [index, token] of tokens.entries()) {
    expect(text.slice(token.from, token.to)).toBe(token.text);
    expect(token.from).toBeGreaterThanOrEqual(tokens[index - 1]?.to ?? 0);
  }
});

const PIECES = [
  'status:',
  'error',
  ' ',
  '(',
  ')',
  '"',
  '\\',
  '*',
  '-',
  'AND',
  'OR',
  'NOT',
  '[',
  'TO',
  ']',
  '{',
  '}',
  ':',
  '~',
  '>',
  'feedback',
  '.',
  'é',
  '😀',
  '\n',
  '1',
];

test('no text throws or hangs', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')),
        fc.string(),
      ),
      (text) => {
        const { problems } = parseBar(text);
        for (const { from, to } of problems)
          expect(from >= 0 && from <= to && to <= text.length, text).toBe(true);
        barToFilter(text);
      },
    ),
    { numRuns: 5000, seed: 20261121 },
  );
  for (const piece of ['(', '-', 'NOT ', 'feedback:{', 'a.', '"a" ', ' OR '])
    barToFilter(piece.repeat(20_000));
});
