import { describe, expect, test } from 'vitest';
import { SEED_FILTERS } from './cases/seed-filters.ts';
import { explain } from './explain.ts';
import { explainScopes } from './explain-scopes.ts';
import { fieldsOf } from './fields.ts';
import { parse } from './parse.ts';

const said = (text: string) => explain(parse(text).tree);

describe('a filter is read out', () => {
  test.each([
    [
      'and(eq(run_type, "llm"), gt(latency, 5), eq(metadata_key, "user_id"), eq(metadata_value, "u1"))',
      'runs that are of type llm and took more than 5 seconds and whose metadata user_id is "u1"',
    ],
    ['', 'all runs'],
    ['neq(error, null)', 'runs that failed'],
    ['neq(status, "success")', 'runs that did not succeed'],
    ['eq(status, "interrupted")', 'runs whose status is interrupted'],
    ['eq(execution_order, 1)', 'runs that are roots'],
    ['eq(is_root, false)', 'runs that are not roots'],
    ['lt(latency, "1s")', 'runs that took less than 1 second'],
    ['gte(start_time, "2026-01-31T12:00:00+01:00")', 'runs that started at or after 2026-01-31 11:00 UTC'],
    ['gt(total_tokens, 5000)', 'runs that have more than 5,000 tokens in total'],
    ['in(run_type, ["llm", "tool"])', 'runs that are of type llm or tool'],
    ['search("two words")', 'runs that contain the words "two words"'],
    ['like(name, "%a%")', 'runs whose name contains "a"'],
    ['notlike(name, "a%")', 'runs whose name does not match "a%"'],
    ['like(inputs, "a")', 'runs whose input text contains "a"'],
    ['eq(end_time, null)', 'runs whose end time is missing'],
    ['neq(metadata_key, "k")', 'runs that have no metadata k'],
    ['neq(metadata_value, "v")', 'runs whose metadata under no key is "v"'],
    ['eq(metadata_value, "v")', 'runs whose metadata under some key is "v"'],
    [
      'and(neq(metadata_key, "k"), eq(metadata_value, "v"))',
      'runs that have no metadata k and whose metadata under some key is "v"',
    ],
    ['and(eq(feedback_key, "c"), lt(feedback_score, 0.5))', 'runs whose feedback c is less than 0.5'],
    ['has(metadata, \'{"a": 1}\')', 'runs whose metadata a is 1'],
    ['eq(metadata.k, true)', 'runs whose metadata k is true'],
    ['not(eq(name, "a"))', 'runs that are not among those whose name is "a"'],
    [
      'and(or(has(tags, "a"), eq(status, "error")), gt(latency, 2))',
      'runs that (have the tag "a" or failed) and took more than 2 seconds',
    ],
    [
      'and(eq(name, "a"), or(eq(name, "b"), has(tags, "x")))',
      'runs whose name is "a" and (whose name is "b" or that have the tag "x")',
    ],
    ['and(eq(name, "a"), nonsense)', 'runs whose name is "a" and that pass a part that is not understood'],
  ])('%s: %s', (text, sentence) => expect(said(text)).toBe(sentence));

  test('threads', () => {
    expect(explain(parse('gt(turn_count, 5)').tree, 'thread')).toBe('threads that have more than 5 turns');
  });
});

test('every value of a filter is in its sentence', () => {
  const silent = SEED_FILTERS.filter((text) => {
    const values = [...text.matchAll(/"(?!\{)([\w -]+)"|'([\w -]+)'/g)].map((match) => match[1] ?? match[2]!);
    const sentence = said(text);
    return !values.every((value) => /^(?:5|10)s$|^2023/.test(value) || sentence.includes(value));
  });
  expect(silent).toEqual([]);
});

test('every field and operator has words', () => {
  for (const field of fieldsOf('run')) {
    for (const op of field.operators) {
      const sentence = said(`${op}(${field.name}, ${op === 'in' ? '["x"]' : '"x"'})`);
      expect(sentence).toMatch(/^runs (?:that|whose) /);
      expect(sentence).not.toContain('undefined');
    }
  }
});

describe('the three scopes in one sentence', () => {
  test.each([
    [{}, 'All runs.'],
    [{ filter: 'eq(status, "error")', traceFilter: ' ' }, 'Runs that failed.'],
    [{ traceFilter: 'eq(name, "a")' }, 'Runs whose root run is one whose name is "a".'],
    [
      { filter: 'eq(run_type, "llm")', treeFilter: 'has(tags, "x")' },
      'Runs that are of type llm, and in whose trace any run is one that has the tag "x".',
    ],
    [
      { filter: 'eq(run_type, "llm")', traceFilter: 'eq(is_root, true)', treeFilter: 'eq(status, "error")' },
      'Runs that are of type llm, whose root run is one that is a root, and in whose trace any run is one that failed.',
    ],
  ])('%j: %s', (texts, sentence) => expect(explainScopes(texts)).toBe(sentence));

  test.each([
    [{ filter: 'eq(status, "error")' }, 'Traces whose root run is one that failed.'],
    [
      { filter: 'eq(status, "error")', treeFilter: 'eq(run_type, "tool")' },
      'Traces whose root run is one that failed, and in which any run is one that is of type tool.',
    ],
    [{}, 'All traces.'],
  ])('of traces, %j: %s', (texts, sentence) => expect(explainScopes(texts, 'traces')).toBe(sentence));
});
