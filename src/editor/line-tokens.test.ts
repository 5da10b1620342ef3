import { describe, expect, test } from 'vitest';
import { lineTokens } from './line-tokens.ts';

/** Lines as `kind:text` words, carrying the state from one to the next as Monaco does. */
function highlighted(text: string): string[][] {
  let openQuote = '';
  return text.split('\n').map((line) => {
    const { tokens, openQuote: next } = lineTokens(line, openQuote);
    openQuote = next;
    return tokens.flatMap(({ startIndex, scopes }, at) => {
      const part = line.slice(startIndex, tokens[at + 1]?.startIndex);
      return scopes ? [`${scopes}:${part}`] : [];
    });
  });
}

test.each([
  [
    'eq(name, "a")',
    [['function:eq', 'punctuation:(', 'field:name', 'punctuation:,', 'string:"a"', 'punctuation:)']],
  ],
  [
    'gt(latency, 2.5)',
    [['function:gt', 'punctuation:(', 'field:latency', 'punctuation:,', 'number:2.5', 'punctuation:)']],
  ],
  ['  true  ', [['keyword:true']]],
  ['', [[]]],
])('%j', (text, lines) => {
  expect(highlighted(text)).toEqual(lines);
});

describe('a string over several lines', () => {
  test('goes on until its quote', () => {
    expect(highlighted('eq(name, "a\nb)\nc") x')).toEqual([
      ['function:eq', 'punctuation:(', 'field:name', 'punctuation:,', 'string:"a'],
      ['string:b)'],
      ['string:c"', 'punctuation:)', 'field:x'],
    ]);
  });

  test('remembers which quote', () => {
    expect(highlighted(`'a\nb"\nc' true`)).toEqual([
      [`string:'a`],
      ['string:b"'],
      [`string:c'`, 'keyword:true'],
    ]);
  });
});

test('blanks between tokens are tokens without a colour, so that none runs into the next', () => {
  expect(lineTokens('true  null', '').tokens).toEqual([
    { startIndex: 0, scopes: 'keyword' },
    { startIndex: 4, scopes: '' },
    { startIndex: 6, scopes: 'keyword' },
  ]);
});
