import { expect, test } from 'vitest';
import { likePattern, matchesLike } from './like.ts';

test.each([
  ['abc', 'abc', true],
  ['abc', 'ABC', true],
  ['abc', 'xabc', false],
  ['%abc%', 'xABCx', true],
  ['abc%', 'abcx', true],
  ['abc%', 'xabc', false],
  ['%abc', 'xabc', true],
  ['%abc', 'abcx', false],
  ['a%c', 'abc', true],
  ['a%c', 'ac', true],
  ['a%a', 'a', false],
  ['ab%ba', 'aba', false],
  ['%a%b%', 'xaxbx', true],
  ['%a%b%', 'xbxax', false],
  ['%ab%bc', 'abc', false],
  ['%a%a%', 'a', false],
  ['%', '', true],
  ['%%', 'x', true],
  ['', '', true],
  ['', 'x', false],
  ['a_c', 'abc', false],
  ['a_c', 'a_c', true],
  ['a.c', 'abc', false],
  ['É%', 'été', true],
])('%s against %s is %s', (pattern, text, expected) => {
  expect(matchesLike(likePattern(pattern, 'equals'), text)).toBe(expected);
});

test('without % a pattern on large texts means contains', () => {
  expect(matchesLike(likePattern('b', 'contains'), 'abc')).toBe(true);
  expect(matchesLike(likePattern('b%', 'contains'), 'abc')).toBe(false);
});
