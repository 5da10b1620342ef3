import { describe, expect, test } from 'vitest';
import type { Dialect } from './dialect.ts';
import { indexLimits } from './indexing.ts';
import { parse } from './parse.ts';

const LONG = 'refund '.repeat(40).trim();

function found(text: string, generation?: 'v1' | 'v2'): readonly string[] {
  const dialect: Dialect = { kind: 'server', generation };
  return indexLimits(parse(text).tree, dialect).map(({ severity, code }) => `${severity} ${code}`);
}

describe('searches that find nothing', () => {
  test.each([
    ['search("a b")', 'v1', ['warning search-too-short']],
    ['search("the and is")', 'v1', ['warning search-stop-words']],
    ['search("the")', 'v2', ['warning search-stop-words']],
    [`search("${LONG}")`, 'v1', ['warning search-too-long']],
    [`search("${LONG}")`, 'v2', []],
    ['search("12345")', 'v1', []],
    ['search("12345")', 'v2', ['warning search-numbers']],
    ['search("12345")', undefined, ['info search-numbers']],
    [`search("${'x'.repeat(45)}")`, 'v2', ['warning search-long-word']],
    ['search("https://example.org refund")', 'v2', ['warning search-url']],
    ['search("Größe")', 'v2', ['warning search-not-ascii']],
    ['search("the refund")', 'v2', []],
    [`and(eq(metadata_key, "k"), eq(metadata_value, "${LONG}"))`, 'v1', ['warning value-too-long']],
    [`and(eq(input_key, "k"), neq(input_value, "${LONG}"))`, 'v1', []],
    [`eq(input_key, "${'a.'.repeat(31)}b")`, 'v2', ['warning path-too-deep']],
    [`eq(name, "${LONG}")`, 'v1', []],
  ] as const)('%s on %s: %j', (text, generation, expected) => {
    expect(found(text, generation)).toEqual(expected);
  });
});

test('a local engine reads everything', () => {
  expect(indexLimits(parse('search("a")').tree, { kind: 'local' })).toEqual([]);
});
