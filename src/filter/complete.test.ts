import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { completions } from './complete.ts';
import { parse } from './parse.ts';
import type { KnownValues } from './complete-value.ts';
import type { Scope } from './field.ts';
import type { LiveValue, ValueAnswer } from './live-values.ts';
import { applyEdits } from './text-edit.ts';

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
  ['like(name, |)', ['"%text%"', '"%it\'s%"']],
  ['exists(metadata, |)', ['"user_id"']],
  ['eq(name |', [',']],
  ['eq(name, "a"|', [')']],
  ['and(eq(name, "a"|', [')', '))']],
  ['in(name, ["a"|', [',', ']']],
  ['and(eq(name, "a")|)', [',']],
  ['and(eq(name, "a") |', [',', ')']],
  ['eq(name, "a") |', ['and another condition', 'or another condition']],
  ['and(|', ['runs of a thread', 'metadata key missing', 'time range', 'feedback label']],
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

test.each(['eq(name, "a"|)', 'eq(name, "a") | x', 'eq(name, "a", |)', 'search("a|")', 'eq(nope, |)'])(
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

describe('live values', () => {
  const live = (values: readonly LiveValue[], isAll = true): ValueAnswer => {
    return { values, origin: 'seen in this project, last 7 days', complete: isAll };
  };
  const offered = (sketch: string, answer: ValueAnswer) =>
    completions(sketch.replace('|', ''), sketch.indexOf('|'), { live: answer, now: NOW });

  test('come first, and say where they are from', () => {
    const { items, isIncomplete } = offered('eq(run_type, |)', live([{ value: 'tool', count: 12 }], false));
    expect(items[0]).toMatchObject({
      label: '"tool"',
      filterText: 'tool',
      detail: '12 × seen in this project, last 7 days',
    });
    expect(items.filter(({ label }) => label === '"tool"')).toHaveLength(1);
    expect(isIncomplete).toBe(true);
  });

  test.each([
    ['eq(metadata_value, |)', [5, true, 'x'], ['5', 'true', '"x"']],
    ['eq(metadata_value, "|")', [5, true, 'x'], ['x']],
    ['gt(metadata_value, |)', [5, true, 'x'], ['5']],
    ['like(metadata_value, |)', [5, 'x'], ['"%x%"']],
    ['eq(name, |)', [5, 'x'], ['"x"']],
    ['has(metadata, |)', ['k'], []],
    ['exists(metadata, |)', ['k'], ['"k"']],
    ['in(name, |)', ['x'], ['["x"]']],
  ] as const)('%s of %j offers %j', (sketch, values, expected) => {
    const answer = live(values.map((value) => ({ value })));
    const labels = offered(sketch, answer).items.filter(({ detail }) => detail === answer.origin);
    expect(labels.map(({ label }) => label)).toEqual(expected);
  });
});

test('what may follow waits to be asked for', () => {
  expect(completions('eq(name, "a") ', 14).isQuiet).toBe(true);
  expect(completions('eq(', 3).isQuiet).toBe(false);
});

describe('around a whole filter', () => {
  const accept = (text: string, label: string) => {
    const { from, to, items } = completions(text, text.length);
    const { insertText, also = [] } = items.find((item) => item.label === label)!;
    return applyEdits(text, [...also, { from, to, text: insertText }]);
  };

  test.each([
    ['eq(name, "a")', 'and another condition', 'and(eq(name, "a"), $1)'],
    ['eq(name, "a") ', 'or another condition', 'or(eq(name, "a"), $1)'],
    ['and(eq(name, "a"))', 'and another condition', 'and(eq(name, "a"), $1)'],
    ['or(eq(name, "a"))', 'and another condition', 'and(or(eq(name, "a")), $1)'],
  ])('%j: %s', (text, label, expected) => expect(accept(text, label)).toBe(expected));
});

test('what is asked every day is found by its words', () => {
  const find = (label: string) => complete('|').items.find((item) => item.label === label)!;
  expect(find('failed runs').filterText).toBe('failed runs eq status error');
  expect(find('gt').filterText).toContain('greater');
  expect(complete('|').labels.slice(0, 2)).toEqual(['failed runs', 'slow runs']);
});

test('ranks keep the order in which items are given', () => {
  const sorts = complete('|').items.map((item) => item.sort);
  expect(sorts.toSorted()).toEqual(sorts);
});
