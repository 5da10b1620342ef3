import { describe, expect, test } from 'vitest';
import { WRONG_FILTERS } from './cases/wrong-filters.ts';
import { diagnose, hasErrors } from './diagnose.ts';
import type { Dialect } from './dialect.ts';
import { fixesFor } from './fixes.ts';
import { parse } from './parse.ts';
import { applyEdits } from './text-edit.ts';

const SERVER: Dialect = { kind: 'server', generation: 'v1' };

/** The texts after each fix of the first problem that has one. */
function fixed(text: string, dialect?: Dialect, code?: string): readonly string[] {
  for (const problem of diagnose(text, { dialect })) {
    if (code !== undefined && problem.code !== code) continue;
    const fixes = fixesFor(text, problem, { dialect });
    if (fixes.length > 0) return fixes.map(({ edits }) => applyEdits(text, edits));
  }
  return [];
}

describe('the first fix', () => {
  test.each([
    // Brackets, commas, characters
    ['and(eq(name, "a"), )', 'and(eq(name, "a"))'],
    ['eq(name, "a",)', 'eq(name, "a")'],
    ['in(name, ["a",])', 'in(name, ["a"])'],
    ['eq(name,, "a")', 'eq(name, "a")'],
    ['eq(name "a")', 'eq(name, "a")'],
    ['and(eq(name, "a")eq(status, "error"))', 'and(eq(name, "a"), eq(status, "error"))'],
    ['eq(name, "a"', 'eq(name, "a")'],
    ['and(in(name, ["a"), gt(latency, 5))', 'and(in(name, ["a"]), gt(latency, 5))'],
    ['and(eq(name, "a"), or(eq(name, "b"),\n', 'and(eq(name, "a"), or(eq(name, "b")))\n'],
    ['eq(name, "a"))', 'eq(name, "a")'],
    ['eq name, "a")', 'eq(name, "a")'],
    ['eq(name, "a");', 'eq(name, "a")'],
    ['@eq(name, "a")', 'eq(name, "a")'],
    ['`eq(name, "a")`', 'eq(name, "a")'],
    ['eq(name,\u00a0"a")', 'eq(name, "a")'],
    ['in(name, ["a", ["b"]])', 'in(name, ["a", "b"])'],
    // Quotes
    ['eq(name, "a)', 'eq(name, "a")'],
    ["eq(name, 'a", "eq(name, 'a')"],
    ['and(eq(name, "a), eq(status, "error"))', 'and(eq(name, "a"), eq(status, "error"))'],
    ['in(name, ["a", "b])', 'in(name, ["a", "b"])'],
    ['eq(name, “a”)', 'eq(name, "a")'],
    ['eq(name, "C:\\dir")', 'eq(name, "C:\\\\dir")'],
    ['"eq(name, \\"a\\")"', 'eq(name, "a")'],
    ['"eq(name, "a")"', 'eq(name, "a")'],
    ['eq("name", "a")', 'eq(name, "a")'],
    ['eq(name, gpt-4o)', 'eq(name, "gpt-4o")'],
    ['eq(name, docs agent)', 'eq(name, "docs agent")'],
    ['eq(end_time, undefined)', 'eq(end_time, null)'],
    ['in(name, [a])', 'in(name, ["a"])'],
    ['search(refund)', 'search("refund")'],
    ['search(two words)', 'search("two words")'],
    ['gt(start_time, 2024-01-01T00:00:00Z)', 'gt(start_time, "2024-01-01T00:00:00Z")'],
    // Numbers and durations
    ['gt(latency, .5)', 'gt(latency, 0.5)'],
    ['gt(latency, 1_000)', 'gt(latency, 1000)'],
    ['gt(total_tokens, 5,000)', 'gt(total_tokens, 5000)'],
    ['gt(latency, 5s)', 'gt(latency, "5s")'],
    ['gt(latency, 5 s)', 'gt(latency, "5s")'],
    ['gt(latency, 2m)', 'gt(latency, 120)'],
    ['gt(latency, "2m")', 'gt(latency, 120)'],
    ['gt(latency, "5 s")', 'gt(latency, 5)'],
    ['gt(latency, "5")', 'gt(latency, 5)'],
    ['gt(feedback_score, "4")', 'gt(feedback_score, 4)'],
    ['eq(is_root, "True")', 'eq(is_root, true)'],
    ['eq(name, 5)', 'eq(name, "5")'],
    ['like(name, 5)', 'like(name, "%5%")'],
    ['gt(start_time, 1700000000)', 'gt(start_time, "2023-11-14T22:13:20.000Z")'],
    ['gt(start_time, "2024/1/31")', 'gt(start_time, "2024-01-31")'],
    ['in(name, ["a", null])', 'in(name, ["a"])'],
    ['in(thread_id, ["a", null])', 'or(eq(thread_id, null), in(thread_id, ["a"]))'],
    // Other notations
    ['eq(name, "a") and eq(status, "error")', 'and(eq(name, "a"), eq(status, "error"))'],
    ['eq(name, "a") OR gt(latency, 5)', 'or(eq(name, "a"), gt(latency, 5))'],
    ['name = "a" && latency >= 5', 'and(eq(name, "a"), gte(latency, 5))'],
    [
      'name = a or latency > 2m and tags contains "x"',
      'or(eq(name, "a"), and(gt(latency, 120), has(tags, "x")))',
    ],
    [
      '(eq(name, "a") or eq(name, "b")) and not status = "error"',
      'and(or(eq(name, "a"), eq(name, "b")), neq(status, "error"))',
    ],
    ['(eq(name, "a"))', 'eq(name, "a")'],
    ['not eq(name, "a")', 'neq(name, "a")'],
    ['not in(name, ["a", "b"])', 'and(neq(name, "a"), neq(name, "b"))'],
    ['name = "a"', 'eq(name, "a")'],
    ['name contains "a"', 'like(name, "%a%")'],
    ['run_type in ("llm", "tool")', 'in(run_type, ["llm", "tool"])'],
    ['metadata.user = "u"', 'and(eq(metadata_key, "user"), eq(metadata_value, "u"))'],
    ['name:a', 'eq(name, "a")'],
    ['and(eq(is_root, true), -status:success)', 'and(eq(is_root, true), neq(status, "success"))'],
    ['eq(name, "a"), eq(status, "error")', 'and(eq(name, "a"), eq(status, "error"))'],
    ['eq(name, "a")\neq(status, "error")', 'and(eq(name, "a"),\neq(status, "error"))'],
    // Functions
    ['EQ(name, "a")', 'eq(name, "a")'],
    ['AND(eq(name, "a"), eq(name, "b"))', 'and(eq(name, "a"), eq(name, "b"))'],
    ['hass(tags, "a")', 'has(tags, "a")'],
    ['equals(name, "a")', 'eq(name, "a")'],
    ['contains(name, "a")', 'like(name, "%a%")'],
    ['contains(tags, "a")', 'has(tags, "a")'],
    ['startswith(name, "a")', 'like(name, "a%")'],
    ['not_in(name, ["a", "b"])', 'and(neq(name, "a"), neq(name, "b"))'],
    ['between(latency, 1, 2)', 'and(gte(latency, 1), lte(latency, 2))'],
    ['is_null(error)', 'neq(status, "error")'],
    ['search(name, "x")', 'eq(name, "x")'],
    ['search(tags, "x")', 'like(tags, "%x%")'],
    ['search("a", "b")', 'search("a b")'],
    ['in(name, "a", "b")', 'in(name, ["a", "b"])'],
    ['eq(name, "a", "b")', 'in(name, ["a", "b"])'],
    ['in(name, "a")', 'in(name, ["a"])'],
    ['eq(name, ["a", "b"])', 'in(name, ["a", "b"])'],
    ['neq(name, ["a", "b"])', 'and(neq(name, "a"), neq(name, "b"))'],
    ['"refund"', 'search("refund")'],
    // Fields and their operators
    ['eq(nmae, "a")', 'eq(name, "a")'],
    ['eq(Status, "error")', 'eq(status, "error")'],
    ['eq(type, "llm")', 'eq(run_type, "llm")'],
    ['eq(tag, "a")', 'has(tags, "a")'],
    ['eq(model, "gpt-4o")', 'and(eq(metadata_key, "ls_model_name"), eq(metadata_value, "gpt-4o"))'],
    ['like(inputs.question, "%a%")', 'and(eq(input_key, "question"), like(input_value, "%a%"))'],
    ['gt(feedback.c.score, 1)', 'and(eq(feedback_key, "c"), gt(feedback_score, 1))'],
    ['eq(has_error, true)', 'eq(status, "error")'],
    ['eq(tags, "prod")', 'has(tags, "prod")'],
    ['in(tags, ["a", "b"])', 'or(has(tags, "a"), has(tags, "b"))'],
    ['has(feedback_key, "k")', 'eq(feedback_key, "k")'],
    ['eq(metadata, "k")', 'eq(metadata_key, "k")'],
    ['has(metadata, "key")', 'eq(metadata_key, "key")'],
    ['eq(inputs, "x")', 'like(inputs, "%x%")'],
    ['not(eq(name, "a"))', 'neq(name, "a")'],
    ['not(or(eq(name, "a"), like(name, "b%")))', 'and(neq(name, "a"), notlike(name, "b%"))'],
    // Values
    ['eq(run_type, "LLM")', 'eq(run_type, "llm")'],
    ['eq(status, "eror")', 'eq(status, "error")'],
    ['has(tags, ["a", "b"])', 'or(has(tags, "a"), has(tags, "b"))'],
    ['eq(metadata.user_id, "u")', 'and(eq(metadata_key, "user_id"), eq(metadata_value, "u"))'],
    ['eq(input_key, "messages.0.content")', 'eq(input_key, "messages.content")'],
    ['in(output_key, ["a", "b[0].c"])', 'in(output_key, ["a", "b.c"])'],
    ['and(eq(input_key, "k"), like(input_value, "x"))', 'and(eq(input_key, "k"), like(input_value, "%x%"))'],
  ])('of %s', (text, expected) => {
    expect(fixed(text)[0]).toBe(expected);
  });
});

describe('the first fix for a server', () => {
  test.each([
    ['neq(error, null)', 'eq(status, "error")'],
    ['and(eq(execution_order, 1), eq(name, "a"))', 'and(eq(is_root, true), eq(name, "a"))'],
    ['like(error, "%rate limit%")', 'and(eq(status, "error"), search("rate limit"))'],
    ['eq(error, "boom")', 'and(eq(status, "error"), search("boom"))'],
    ['like(error, "%")', 'eq(status, "error")'],
    ['and(gt(total_tokens, 5), eq(name, "a"))', 'eq(name, "a")'],
    [
      'or(eq(name, "b"), and(eq(name, "a"), notlike(error, "x"), eq(run_type, "llm")))',
      'or(eq(name, "b"), and(eq(name, "a"), eq(run_type, "llm")))',
    ],
    ['eq(metadata.user_id, "u")', 'and(eq(metadata_key, "user_id"), eq(metadata_value, "u"))'],
    ['has(metadata, \'{"k":"v"}\')', 'and(eq(metadata_key, "k"), eq(metadata_value, "v"))'],
    ['exists(metadata, "k")', 'eq(metadata_key, "k")'],
    ['lt(latency, "500ms")', 'lt(latency, 0.5)'],
    ['eq(parent_run_id, null)', 'eq(is_root, true)'],
    ['eq(end_time, null)', 'eq(status, "pending")'],
    ['eq(is_root, True)', 'eq(is_root, true)'],
    ["eq(name, 'it\\'s')", 'eq(name, "it\'s")'],
    [
      'and(eq(feedback_key, "c"), eq(feedback_score, true))',
      'and(eq(feedback_key, "c"), eq(feedback_score, 1))',
    ],
    [
      'and(eq(name, "a"), eq(metadata_key, "k"), eq(metadata_value, 1), eq(metadata_key, "l"))',
      'and(eq(name, "a"), and(eq(metadata_key, "k"), eq(metadata_value, 1)), and(eq(metadata_key, "l")))',
    ],
  ])('of %s', (text, expected) => {
    expect(fixed(text, SERVER)[0]).toBe(expected);
  });
});

test('a list that is too long becomes several', () => {
  const ids = Array.from({ length: 250 }, (_, index) => `"n${index}"`);
  const [after] = fixed(`in(name, [${ids.join()}])`, SERVER, 'long-list');
  expect(after?.match(/in\(name/g)).toHaveLength(3);
  expect(diagnose(after!, { dialect: SERVER })).toEqual([]);
});

test('a fix that changes what is asked is never taken without asking', () => {
  const [problem] = diagnose('neq(tags, "a")');
  const fixes = fixesFor('neq(tags, "a")', problem!);
  expect(fixes.map(({ isPreferred }) => isPreferred)).toEqual([false]);
});

test.each(['like(error, "%x%")', 'and(eq(name, "a"), gt(total_tokens, 5))'])(
  'nor one that is only near to %s',
  (text) => {
    const [problem] = diagnose(text, { dialect: SERVER });
    const fixes = fixesFor(text, problem!, { dialect: SERVER });
    expect(fixes.map(({ isPreferred }) => isPreferred)).toEqual([false]);
  },
);

test.each(['neq(error, "boom")', 'notlike(error, "%x%")', 'gt(total_tokens, 5)'])(
  'nothing is near to %s',
  (text) => expect(fixed(text, SERVER)).toEqual([]),
);

test('of several fixes one is preferred', () => {
  const [problem] = diagnose('search(name, "x")');
  const fixes = fixesFor('search(name, "x")', problem!);
  expect(fixes.map(({ title }) => title)).toEqual([
    'Write eq(name, "x")',
    'Write like(name, "%x%")',
    'Write search("x")',
  ]);
  expect(fixes.map(({ isPreferred }) => isPreferred)).toEqual([true, false, false]);
});

test('what a problem had hidden may show', () => {
  expect(fixed('eq(nmae, foo)', undefined, 'bare-word')).toEqual(['eq(nmae, "foo")']);
  expect(fixed('eq(na\u200bme, "a")', undefined, 'invisible-character')).toEqual(['eq(name, "a")']);
});

test.each(WRONG_FILTERS)('%s: every fix of %j helps', (_, text) => {
  const problems = diagnose(text).filter(({ severity }) => severity === 'error');
  for (const problem of problems) {
    for (const { edits } of fixesFor(text, problem)) {
      const after = applyEdits(text, edits);
      expect(parse(after).problems.length, after).toBeLessThanOrEqual(parse(text).problems.length);
      expect(hasErrors(diagnose(after)), after).toBe(problems.length > 1 && hasErrors(diagnose(after)));
    }
  }
});

/** What is missing or was meant only the person knows. */
const UNFIXABLE: readonly string[] = [
  'eq',
  '42',
  '["a"]',
  'eq()',
  'eq(name)',
  'and()',
  'search()',
  'exists(error)',
  'and(eq(name',
  'and(eq(name, "a"), not has(tags, "b"))',
  'gt(latency, 1e999)',
  'eq(name, eq(name, "a"))',
  'in(name, [eq(name, "a")])',
  'eq(5, "a")',
  'eq(true, true)',
  'search(" ")',
  'gt(prompt_token_details.cache_read, 0)',
  'gt(turn_count, 5)',
  'like(latency, "5%")',
  'has(metadata, "[1]")',
  'gt(latency, true)',
  'gt(metadata_value, null)',
  'eq(name, null)',
  'gt(start_time, "yesterday")',
  'gt(start_time, "2024-13-01")',
  'gt(start_time, "2023-02-29")',
];

test('all others of the wrong filters can be put right by pressing once', () => {
  const helpless = WRONG_FILTERS.map(([, text]) => text).filter(
    (text) => text.trim() !== '' && fixed(text).length === 0,
  );
  expect(helpless.filter((text) => !UNFIXABLE.includes(text))).toEqual([]);
  expect(UNFIXABLE.filter((text) => !helpless.includes(text))).toEqual([]);
});
