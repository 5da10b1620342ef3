import { describe, expect, test } from 'vitest';
import { diagnose } from './diagnose.ts';

/** `|` is where the person is writing. */
function typing(sketch: string): readonly string[] {
  const at = sketch.indexOf('|');
  return diagnose(sketch.replace('|', ''), { typingAt: at }).map(({ code }) => code);
}

describe('what may still grow is no problem yet', () => {
  test.each([
    '|',
    'e|',
    'eq|',
    'eq(|)',
    'eq(nam|)',
    'eq(nam|',
    'eq(name|)',
    'eq(name, |)',
    'eq(name, fo|)',
    'eq(name, "fo|',
    'and(eq(name, "fo|), gt(latency, 5))',
    'gt(latency, "2|")',
    'gt(latency, 5m|)',
    'gt(start_time, "2026-0|")',
    'eq(run_type, "ll|")',
    'in(name, ["a", |])',
    'in(name, ["a"|',
    'and(eq(name, "a"), |)',
    'and(eq(name, "a"), e|)',
    'and(eq(name, "a"), eq(|))',
    'eq(name, "a") an|',
    'search(|)',
    'search("|")',
    'contain|',
  ])('%s', (sketch) => expect(typing(sketch)).toEqual([]));
});

describe('what is wrong elsewhere is said at once', () => {
  test.each([
    ['and(eq(nmae, "a"), e|)', ['unknown-field']],
    ['and(eq(name), eq(status, "|"))', ['missing-argument']],
    ['eq(name, "a"))|', ['extra-parenthesis']],
    ['neq(tags, "a|")', ['illegal-operator']],
    ['and(eq(name, "a"), , eq(name, "|b"))', ['missing-argument']],
    ['and(eq(name, "a"),) |', ['trailing-comma']],
  ])('%s: %j', (sketch, expected) => expect(typing(sketch)).toEqual(expected));
});

test('a blank text is no filter', () => expect(diagnose(' \n ')).toEqual([]));

test('doubts about servers are for those who ask one', () => {
  const text = "and(neq(error, null), eq(is_root, True), eq(name, 'it\\'s'), search(\"the\"))";
  expect(diagnose(text)).toEqual([]);
  expect(diagnose(text, { dialect: { kind: 'server' } }).map(({ code }) => code)).toEqual([
    'refused',
    'literal-case',
    'escape-in-single-quotes',
    'search-stop-words',
  ]);
});

test('thread filters are judged by their own fields', () => {
  expect(diagnose('gt(turn_count, 5)', { scope: 'thread' })).toEqual([]);
  expect(diagnose('gt(turn_count, 5)').map(({ code }) => code)).toEqual(['wrong-scope']);
});
