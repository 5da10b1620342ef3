import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { completions } from './complete.ts';
import { parse } from './parse.ts';
import type { KnownValues } from './complete-value.ts';
import type { Scope } from './field.ts';

const NOW = Date.UTC(2026, 0, 31, 12);
const known: KnownValues = (source, key) => {
  if (source === 'metadata-values') return key === 'env' ? ['prod', 7, true] : [];
  return source === 'names' ? ['Agent "A"', "it's"] : [];
};

function complete(sketch: string, scope: Scope = 'run') {
  const offset = sketch.indexOf('|');
  const text = sketch.replace('|', '');
  const { from, to, items } = completions(text, offset, { known, now: NOW, scope });
  /** The text after choosing an item and leaving its stops as they are. */
  const accepted = (insertText: string) =>
    text.slice(0, from) +
    insertText.replace(/\$\{\d+:([^}]*)\}/g, '$1').replace(/\$\d+/g, '') +
    text.slice(to);
  return { labels: items.map((item) => item.label), items, accepted };
}

test.each([
  ['|', ['and', 'eq', 'search', 'failed runs']],
  ['and(|', ['or', 'has', 'metadata value']],
  ['eq(|)', ['name', 'status', 'metadata_key']],
  ['has(|)', ['tags', 'metadata']],
  ['eq(run_type, |)', ['"llm"', '"tool"']],
  ['eq(run_type, "|")', ['llm', 'tool']],
  ['in(status, |)', ['["error"]']],
  ['in(status, [|])', ['"error"']],
  ['eq(is_root, |)', ['true', 'false']],
  ['neq(error, |)', ['null']],
  ['gt(latency, |)', ['"5s"']],
  ['gt(start_time, |)', ['"2026-01-31T11:00:00Z"', '"2026-01-30T12:00:00Z"']],
  ['gt(start_time, "|")', ['2026-01-24T12:00:00Z']],
  ['eq(metadata_key, |)', ['"thread_id"']],
  ['and(eq(metadata_key, "env"), eq(metadata_value, |))', ['"prod"', '7', 'true', '"text"']],
  ['and(eq(metadata_key, "env"), eq(metadata_value, "|"))', ['prod']],
  ['like(name, |)', ['"%text%"']],
  ['search(|)', ['"text"']],
])('%s offers %j', (sketch, labels) => {
  expect(complete(sketch).labels).toEqual(expect.arrayContaining(labels));
});

test('an operator is offered the fields that take it, the proven ones first', () => {
  expect(complete('gt(|)').labels.slice(0, 3)).toEqual(['start_time', 'end_time', 'latency']);
  expect(complete('gt(|)').labels).not.toContain('name');
  expect(complete('has(|)').labels).toEqual(['tags', 'metadata']);
  expect(['error', 'total_tokens']).toContain(complete('eq(|)').labels.at(-1));
  expect(complete('gt(|)', 'thread').labels).toContain('turn_count');
  expect(complete('gt(|)', 'thread').labels).not.toContain('start_time');
});

test('what is refused or internal is understood but not offered', () => {
  expect(complete('|').labels).not.toContain('not');
  for (const name of ['cursor', 'execution_order', 'project_id', 'turn_count']) {
    expect(complete('lt(|)').labels.concat(complete('eq(|)').labels)).not.toContain(name);
  }
});

test.each(['eq(name, "a"|)', 'eq(name, "a") |', 'eq(name, "a", |)', 'search("a|")', 'eq(nope, |)'])(
  'nothing at %s',
  (sketch) => expect(complete(sketch).labels).toEqual([]),
);

test.each([
  ['eq(name, |)', 'Agent', 'eq(name, "Agent \\"A\\"")'],
  ['eq(name, "|")', 'Agent', 'eq(name, "Agent \\"A\\"")'],
  ["eq(name, '|')", 'Agent', 'eq(name, \'Agent "A"\')'],
  ["eq(name, '|')", "it's", "eq(name, 'it\\'s')"],
  ['eq(name, "x|', "it's", 'eq(name, "it\'s"'],
  ['eq(|)', 'status', 'eq(status, )'],
  ['eq(|, "a")', 'status', 'eq(status, "a")'],
  ['an|', 'and', 'and()'],
  ['e|q(name, "a")', 'neq', 'neq(name, "a")'],
  ['in(status, |)', '["error"]', 'in(status, ["error"])'],
])('%s with %s is %s', (sketch, label, expected) => {
  const { items, accepted } = complete(sketch);
  const item = items.find((each) => each.label.includes(label) && !each.label.includes('notlike'))!;
  expect(accepted(item.insertText)).toBe(expected);
});

describe('what is chosen is right', () => {
  test.each([
    '|',
    'and(|)',
    'and(eq(name, "a"), |)',
    ...['eq', 'gt', 'has', 'in', 'like', 'exists'].map((op) => `${op}(|, @)`),
    'eq(run_type, |)',
    'eq(is_root, |)',
    'eq(error, |)',
    'eq(name, |)',
    'eq(name, "|")',
    'in(name, |)',
    'in(name, [|])',
    'in(name, ["|"])',
    'gt(latency, |)',
    'lt(latency, "|")',
    'gt(start_time, |)',
    'gt(total_tokens, |)',
    'gt(total_cost, |)',
    'eq(feedback_score, |)',
    'exists(metadata, |)',
    'and(eq(metadata_key, "env"), eq(metadata_value, |))',
    'like(inputs, |)',
    'search(|)',
  ])('%s', (sketch) => {
    const { items, accepted } = complete(sketch);
    expect(items.length).toBeGreaterThan(0);
    for (const item of items) {
      const text = accepted(item.insertText);
      // A call whose arguments are still to be written is unfinished, not wrong.
      const { tree, problems } = parse(text);
      const unfinished = ['missing-argument', 'trailing-comma', 'unexpected', 'empty-search'];
      const errors = [...problems, ...check(tree)].filter(
        ({ severity, code }) => severity === 'error' && !unfinished.includes(code),
      );
      expect(errors, text).toEqual([]);
    }
  });
});

test('ranks keep the order in which items are given', () => {
  const sorts = complete('|').items.map((item) => item.sort);
  expect(sorts.toSorted()).toEqual(sorts);
});
