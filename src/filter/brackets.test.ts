import { describe, expect, test } from 'vitest';
import { matchingBrackets } from './brackets.ts';
import { foldingRanges } from './fold.ts';
import { formatText } from './format.ts';

test.each([
  ['|and(eq(name, "a"))', undefined],
  ['and|(eq(name, "a"))', '(eq(name, "a"))'],
  ['and(|eq(name, "a"))', '(eq(name, "a"))'],
  ['and(eq(na|me, "a"))', '(name, "a")'],
  ['and(eq(name, "a"))|', '(eq(name, "a"))'],
  ['in(name, ["a"|])', '["a"]'],
  ['eq(name, "(a|)")', '(name, "(a)")'],
  ['and(in(name, ["a"), |eq(name, "b"))', '(in(name, ["a"), eq(name, "b"))'],
  ['eq|(name', undefined],
])('around %s', (sketch, expected) => {
  const text = sketch.replace('|', '');
  const pair = matchingBrackets(text, sketch.indexOf('|'));
  expect(pair && text.slice(pair.open.from, pair.close.to)).toBe(expected);
});

describe('folding', () => {
  test('what goes over several lines', () => {
    const text = 'and(\n  eq(name, "a"),\n  or(\n    search("(\n")\n  )\n)';
    expect(foldingRanges(text).map(({ from, to }) => text.slice(from, to).trim().slice(0, 8))).toEqual([
      'eq(name,',
      'search("',
      '"(\n"',
    ]);
    expect(foldingRanges('and(eq(name, "a"))')).toEqual([]);
  });
});

describe('formatting', () => {
  test.each([
    ["eq( name ,'a')", 'eq(name, "a")'],
    ['gt(nope,5)', 'gt(nope, 5)'],
    // A text with an error stays as it is.
    ['and(eq( name,"a")', 'and(eq( name,"a")'],
    ['name  = "a"', 'name  = "a"'],
    ['', ''],
  ])('%j is %j', (text, expected) => expect(formatText(text)).toBe(expected));
});
