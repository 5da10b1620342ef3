import { describe, expect, test } from 'vitest';
import { SEED_FILTERS } from './cases/seed-filters.ts';
import { check } from './check.ts';
import { FIELDS } from './fields.ts';
import { OPERATORS } from './operators.ts';
import { parse } from './parse.ts';
import type { Scope } from './field.ts';

const problemsOf = (text: string, scope: Scope = 'run') => {
  const { tree, problems } = parse(text);
  return [...problems, ...check(tree, scope)];
};
const errorsOf = (text: string, scope?: Scope) =>
  problemsOf(text, scope).filter((problem) => problem.severity === 'error');
const found = (text: string, scope?: Scope) =>
  problemsOf(text, scope).map(({ severity, code }) => `${severity} ${code}`);

test('no tree, no problem', () => expect(check(undefined)).toEqual([]));

test.each(SEED_FILTERS)('LangSmith documents %s', (text) => expect(errorsOf(text)).toEqual([]));

test.each(FIELDS.map((field) => [field.example, field.scopes[0]!] as const))(
  'the example %s of the field table is right',
  (example, scope) => expect(errorsOf(example, scope)).toEqual([]),
);

test.each(OPERATORS.filter((operator) => operator.name !== 'not').map((operator) => operator.example))(
  'the example %s of the operator table is right',
  (example) => expect(errorsOf(example)).toEqual([]),
);

describe('nothing to say about what is proven', () => {
  test.each([
    'eq(name, "a")',
    'and(eq(metadata_key, "k"), eq(metadata_value, true))',
    'and(eq(feedback_key, "c"), gte(feedback_score, 0.5))',
    'gt(latency, "1.5s")',
    'eq(status, "interrupted")',
    'gt(start_time, "2026-03-03 10:00:00.123456+00:00")',
    'notlike(inputs, "refund")',
    'in(metadata_key, ["session_id", "thread_id"])',
    'and(and(eq(metadata_key, "a"), eq(metadata_value, 1)), and(eq(metadata_key, "b"), eq(metadata_value, 2)))',
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('oddities', () => {
  test.each([
    ['eq(execution_order, 2)', 'warning unknown-order'],
    ['has("metadata", \'{"k": 1}\')', 'warning quoted-field'],
    ['lt(cursor, "2026")', 'warning internal-field'],
    ['eq(run_type, "LLM")', 'warning unknown-value'],
    ['eq(status, "broken")', 'warning unknown-value'],
    ['in(name, [])', 'warning empty-list'],
    ['eq(metadata_value, "v")', 'info unpaired-value'],
    ['or(eq(feedback_key, "k"), gt(feedback_score, 1))', 'info unpaired-value'],
    ['in(trace_id, ["abc"])', 'info not-an-id'],
    ['and(eq(input_key, "k"), like(input_value, "refund"))', 'info pattern-without-percent'],
  ])('%s: %s', (text, expected) => {
    expect(errorsOf(text)).toEqual([]);
    expect(found(text)).toContain(expected);
  });
});

test('what only a server may refuse is not said here', () => {
  const text =
    'and(neq(error, null), gt(total_tokens, 5), eq(metadata.k, 1), lt(latency, "500ms"), eq(end_time, null))';
  expect(found(text)).toEqual([]);
});

describe('the way out', () => {
  test.each([
    ['has(metadata, "key")', 'eq(metadata_key, "key")'],
    ['not(eq(name, "a"))', 'neq(name, "a")'],
    ['not(in(name, ["a", "b"]))', 'and(neq(name, "a"), neq(name, "b"))'],
    ['not(has(tags, "a"))', 'absence of a tag'],
    ['neq(tags, "a")', 'absence of a tag'],
    ['eq(tags, "a")', 'has(tags, "a")'],
    ['in(tags, ["a", "b"])', 'or(has(tags, "a"), has(tags, "b"))'],
    ['has(feedback_key, "k")', 'eq(feedback_key, "k")'],
    ['gt(latency, "2m")', '"120s"'],
    ['gt(total_cost, "0.01")', '0.01 without quotes'],
    ['eq(model, "gpt-4o")', 'ls_model_name'],
    ['eq(duration, 5)', 'latency'],
    ['eq(nmae, "a")', 'Did you mean name?'],
    ['eq(inputs.question, "a")', 'and(eq(input_key, "question"), eq(input_value, …))'],
    ['eq(Name, "a")', 'write name'],
    ['eq(run_type, "LLM")', '"llm"'],
    ['in(name, "a")', 'in(name, ["a"])'],
    ['eq(name, ["a", "b"])', 'in(name, ["a", "b"])'],
    ['has(tags, ["a", "b"])', 'or(has(tags, "a"), has(tags, "b"))'],
    ['has(tags, ["a"])', 'one value: has(tags, "a").'],
    ['neq(name, ["a", "b"])', 'and(neq(name, "a"), neq(name, "b"))'],
  ])('%s → %s', (text, rewrite) => {
    expect(
      problemsOf(text)
        .map((problem) => problem.message)
        .join(),
    ).toContain(rewrite);
  });
});

test('thread filters have fields of their own', () => {
  expect(errorsOf('and(gt(turn_count, 5), gt(total_cost, 1), eq(thread_id, "t"))', 'thread')).toEqual([]);
  expect(found('eq(name, "a")', 'thread')).toEqual(['error wrong-scope']);
});

test('problems point at what they are about', () => {
  const text = 'and(eq(nme, "a"), gt(latency, "2m"), neq(tags, "b"))';
  expect(errorsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['nme', '"2m"', 'neq']);
});
