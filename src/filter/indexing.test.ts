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

describe('positions in lists, which no key has', () => {
  test.each([
    ['eq(input_key, "messages.0.content")', 'messages.content'],
    ['eq(input_key, "messages[0].content")', 'messages.content'],
    ['neq(input_key, "messages[].content")', 'messages.content'],
    ['eq(output_key, "generations.0.text")', 'generations.text'],
    ['eq(output_key, "choices.0")', 'choices'],
    ['in(input_key, ["a", "a.1.b.2.c"])', 'a.b.c'],
    ['eq(metadata_key, "tools.0.name")', 'tools.name'],
    ['eq(metadata_key, "tools[0]")', 'tools'],
  ])('%s', (text, path) => {
    for (const dialect of [{ kind: 'local' }, { kind: 'server', generation: 'v2' }] as const) {
      const [problem] = indexLimits(parse(text).tree, dialect);
      expect(problem).toMatchObject({ code: 'array-position', severity: 'warning' });
      expect(problem?.message).toContain(`write "${path}"`);
    }
  });

  test.each([
    'eq(metadata_key, "gpt-3.5")',
    'eq(input_key, "0")',
    'eq(input_key, "k8s.v1")',
    'eq(name, "a.0.b")',
  ])('%s has none', (text) => expect(indexLimits(parse(text).tree, { kind: 'local' })).toEqual([]));
});

test('a local engine reads everything', () => {
  expect(indexLimits(parse('search("a")').tree, { kind: 'local' })).toEqual([]);
});
