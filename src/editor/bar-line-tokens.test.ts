import { expect, test } from 'vitest';
import { barLineTokens } from './bar-line-tokens.ts';

test('a line of the search bar is coloured by its own scanner, blanks by none', () => {
  const line = 'status:error AND -name:"a b"  (x)';
  const words = barLineTokens(line).map(({ startIndex, scopes }, index, all) => {
    return `${scopes}:${line.slice(startIndex, all[index + 1]?.startIndex)}`;
  });
  expect(words).toEqual([
    'field:status',
    'punctuation::',
    'string:error',
    ': ',
    'keyword:AND',
    ': ',
    'keyword:-',
    'field:name',
    'punctuation::',
    'string:"a b"',
    ':  ',
    'punctuation:(',
    'string:x',
    'punctuation:)',
  ]);
});
