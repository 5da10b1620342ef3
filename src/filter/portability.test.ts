import { describe, expect, test } from 'vitest';
import type { Problem } from './ast.ts';
import { SEED_FILTERS } from './cases/seed-filters.ts';
import { check } from './check.ts';
import type { Dialect } from './dialect.ts';
import type { Scope } from './field.ts';
import { parse } from './parse.ts';
import { lint } from './portability.ts';

const V1: Dialect = { kind: 'server', generation: 'v1' };
const V2: Dialect = { kind: 'server', generation: 'v2', version: '0.17.1' };

const linted = (text: string, dialect: Dialect = V1, scope?: Scope): readonly Problem[] =>
  lint(parse(text).tree, dialect, scope);
const found = (text: string, dialect?: Dialect, scope?: Scope) =>
  linted(text, dialect, scope).map(({ severity, code }) => `${severity} ${code}`);

describe('nothing to say about what is proven', () => {
  test.each([
    'eq(name, "a")',
    'in(metadata_key, ["session_id", "thread_id"])',
    'and(eq(feedback_key, "c"), gte(feedback_score, 0.5))',
    'and(and(eq(metadata_key, "a"), eq(metadata_value, 1)), and(eq(metadata_key, "b"), gte(metadata_value, 2)))',
    'gt(latency, "1.5s")',
    'notlike(inputs, "refund")',
  ])('%s', (text) => expect(found(text)).toEqual([]));
});

test.each(SEED_FILTERS)('a local engine takes %s', (text) => {
  expect(found(text, { kind: 'local' })).toEqual([]);
});

describe('what production refuses is a warning, what is unproven an info', () => {
  test.each([
    ['neq(error, null)', 'warning refused'],
    ['gt(total_tokens, 5000)', 'warning refused'],
    ['eq(execution_order, 1)', 'warning refused'],
    ['gt(total_cost, 0.1)', 'info unproven'],
    ['eq(session_id, "0190a5a0-6c1e-7000-8000-000000000001")', 'info unproven'],
    ['like(name, "a%")', 'info unproven'],
    ['notlike(tags, "%x%")', 'info unproven'],
    ['like(inputs, "refund")', 'info unproven'],
    ['exists(metadata, "k")', 'info unproven'],
    ['has(metadata, \'{"k": 1}\')', 'info unproven'],
    ['eq(metadata.user_id, "u")', 'info dotted-field'],
    ['eq(extra.invocation_params.model, "m")', 'info dotted-field'],
    ['lt(latency, "500ms")', 'info unproven-unit'],
    ['eq(end_time, null)', 'info unproven-null'],
    ['and(eq(feedback_key, "c"), eq(feedback_score, true))', 'info boolean-score'],
    ['and(eq(metadata_key, "k"), gt(metadata_value, "a"))', 'info unproven-order'],
    ['in(name, [])', 'info unproven-list'],
    [`in(name, [${Array.from({ length: 101 }, () => '"a"').join()}])`, 'info long-list'],
    ['and(eq(metadata_key, "a"), eq(metadata_key, "b"))', 'info several-keys'],
    ['eq(name, "say \\"x\\"")', 'info quote-in-text'],
    [`search("${'x '.repeat(5000)}")`, 'info long-filter'],
  ])('%s: %s', (text, expected) => expect(found(text)).toContain(expected));
});

test('the second parser was never asked about token counts', () => {
  expect(found('gt(total_tokens, 5000)', V2)).toEqual(['info unproven']);
  expect(found('neq(error, null)', V2)).toEqual(['warning refused']);
});

test('thread filters need a newer server', () => {
  expect(found('eq(thread_id, "t")', V2, 'thread')).toEqual([]);
  expect(found('eq(thread_id, "t")', V1, 'thread')).toEqual(['warning needs-newer-server']);
  expect(found('eq(thread_id, "t")', { ...V2, version: '0.16.9' }, 'thread')).toEqual([
    'warning needs-newer-server',
  ]);
});

test.each([
  ['like(error, "%x%")', 'nearest to it is and(eq(status, "error"), search("x"))', 'write'],
  ['eq(error, "x")', 'nearest to it is and(eq(status, "error"), search("x"))', 'write'],
  ['notlike(error, "%x%")', 'nothing else about the text of an error', 'search'],
  ['neq(error, "boom")', 'nothing else about the text of an error', 'search'],
])('the text of an error cannot be asked for: %s', (text, said, unsaid) => {
  expect(linted(text)[0]).toMatchObject({ severity: 'warning', code: 'refused' });
  expect(linted(text)[0]?.message).toContain(said);
  expect(linted(text)[0]?.message).not.toContain(unsaid);
});

test('a name that no document has is told here too', () => {
  expect(found('eq(metadata.user_id, "x")', { kind: 'local' })).toEqual(['info dotted-field']);
});

describe('the way out', () => {
  test.each([
    ['neq(error, null)', 'eq(status, "error")'],
    ['eq(error, null)', 'neq(status, "error")'],
    ['eq(error, false)', 'neq(status, "error")'],
    ['eq(execution_order, 1)', 'eq(is_root, true)'],
    ['exists(metadata, "k")', 'eq(metadata_key, "k")'],
    ['has(metadata, \'{"k": "v"}\')', 'and(eq(metadata_key, "k"), eq(metadata_value, "v"))'],
    ['eq(metadata.k, 5)', 'and(eq(metadata_key, "k"), eq(metadata_value, 5))'],
    ['neq(metadata.k, 5)', 'or(neq(metadata_key, "k"), and(eq(metadata_key, "k"), neq(metadata_value, 5)))'],
  ])('%s → %s is said, and is itself right', (text, rewrite) => {
    expect(linted(text)[0]?.message).toContain(`write ${rewrite}.`);
    expect(check(parse(rewrite).tree)).toEqual([]);
    expect(found(rewrite)).toEqual([]);
  });
});

test('what is wrong anyway is not doubted too', () => {
  expect(found('and(gt(name, "a"), eq(nope, 1), gt(total_tokens, "5"))')).toEqual([]);
});
