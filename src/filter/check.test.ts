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

describe('doubts', () => {
  test.each([
    ['neq(error, null)', 'warning refused'],
    ['gt(total_tokens, 5000)', 'warning refused'],
    ['eq(execution_order, 1)', 'warning refused'],
    ['eq(execution_order, 2)', 'warning unknown-order'],
    ['gt(total_cost, 0.1)', 'warning unproven'],
    ['eq(session_id, "0190a5a0-6c1e-7000-8000-000000000001")', 'warning unproven'],
    ['like(name, "a%")', 'warning unproven'],
    ['notlike(tags, "%x%")', 'warning unproven'],
    ['like(inputs, "refund")', 'warning unproven'],
    ['exists(metadata, "k")', 'warning unproven'],
    ['has(metadata, \'{"k": 1}\')', 'warning unproven'],
    ['has("metadata", \'{"k": 1}\')', 'warning quoted-field'],
    ['eq(metadata.user_id, "u")', 'warning dotted-field'],
    ['eq(extra.invocation_params.model, "m")', 'warning dotted-field'],
    ['lt(cursor, "2026")', 'warning internal-field'],
    ['lt(latency, "500ms")', 'warning unproven-unit'],
    ['eq(end_time, null)', 'warning unproven-null'],
    ['eq(run_type, "LLM")', 'warning unknown-value'],
    ['eq(status, "broken")', 'warning unknown-value'],
    ['and(eq(feedback_key, "c"), eq(feedback_score, true))', 'warning boolean-score'],
    ['and(eq(metadata_key, "k"), gt(metadata_value, "a"))', 'warning unproven-order'],
    ['in(name, [])', 'warning empty-list'],
    [`in(name, [${Array.from({ length: 101 }, () => '"a"').join()}])`, 'warning long-list'],
    ['and(eq(metadata_key, "a"), eq(metadata_key, "b"))', 'warning several-keys'],
    ['eq(metadata_value, "v")', 'info unpaired-value'],
    ['or(eq(feedback_key, "k"), gt(feedback_score, 1))', 'info unpaired-value'],
    ['in(trace_id, ["abc"])', 'info not-an-id'],
    ['eq(name, "say \\"x\\"")', 'info quote-in-text'],
    ['and(eq(input_key, "k"), like(input_value, "refund"))', 'info pattern-without-percent'],
  ])('%s: %s', (text, expected) => {
    expect(errorsOf(text)).toEqual([]);
    expect(found(text)).toContain(expected);
  });
});

describe('the way out', () => {
  test.each([
    ['neq(error, null)', 'eq(status, "error")'],
    ['eq(error, null)', 'neq(status, "error")'],
    ['eq(error, false)', 'neq(status, "error")'],
    ['eq(execution_order, 1)', 'eq(is_root, true)'],
    ['exists(metadata, "k")', 'eq(metadata_key, "k")'],
    ['has(metadata, \'{"k": "v"}\')', 'and(eq(metadata_key, "k"), eq(metadata_value, "v"))'],
    ['has(metadata, "key")', 'eq(metadata_key, "key")'],
    ['eq(metadata.k, 5)', 'and(eq(metadata_key, "k"), eq(metadata_value, 5))'],
    ['neq(metadata.k, 5)', 'or(neq(metadata_key, "k"), and(eq(metadata_key, "k"), neq(metadata_value, 5)))'],
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
  ])('%s → %s', (text, rewrite) => {
    expect(
      problemsOf(text)
        .map((problem) => problem.message)
        .join(),
    ).toContain(rewrite);
  });
});

test('what a message says to write is itself right', () => {
  const suggested = problemsOf('and(neq(error, null), eq(metadata.a, "b"), exists(metadata, "c"))')
    .map(({ message }) => /write (.+)\.$/.exec(message)?.[1])
    .filter((text) => text !== undefined);
  expect(suggested).toHaveLength(3);
  for (const text of suggested) expect(found(text)).toEqual([]);
});

test('thread filters have fields of their own', () => {
  expect(errorsOf('and(gt(turn_count, 5), gt(total_cost, 1), eq(thread_id, "t"))', 'thread')).toEqual([]);
  expect(found('eq(name, "a")', 'thread')).toEqual(['error wrong-scope']);
});

test('problems point at what they are about', () => {
  const text = 'and(eq(nme, "a"), gt(latency, "2m"), neq(tags, "b"))';
  expect(errorsOf(text).map(({ from, to }) => text.slice(from, to))).toEqual(['nme', '"2m"', 'neq']);
});
