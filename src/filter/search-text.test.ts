import { expect, test } from 'vitest';
import { flatten } from './flatten.ts';
import { matchesTerms, searchTerms, searchText, textOfItems } from './search-text.ts';

const text = searchText({
  name: 'Planner',
  error: 'Timed OUT',
  tags: ['nightly'],
  inputs: flatten({ question: 'How many?', n: 42 }),
  outputs: flatten({ answer: ['Two', 'three'] }),
  metadata: flatten({ user: 'Ann' }),
});

test.each([
  ['planner', true],
  ['THREE two', true],
  ['igh', true],
  ['timed out', true],
  ['question', false],
  ['42', false],
  ['two four', false],
  // Two texts never run together into one word.
  ['twothree', false],
])('%s: %s', (terms, expected) => expect(matchesTerms(searchTerms(terms), text)).toBe(expected));

test('terms are parted by any blank', () => expect(searchTerms(' A\tb\n\u00a0C ')).toEqual(['a', 'b', 'c']));

test('the text of items is their strings, as they are', () => {
  expect(textOfItems(flatten({ a: 'X', b: 1, c: [{ d: 'y' }] }))).toBe('X\ny');
});
