import { describe, expect, test } from 'vitest';
import type { FacetTarget } from './edit/facet.ts';
import type { ItemValue } from './flatten.ts';
import { selectedValues, toggleValue } from './toggle-value.ts';

const field = (name: string): FacetTarget => ({ kind: 'field', field: name });
const metadata = (key: string): FacetTarget => ({ kind: 'pair', group: 'metadata', key });
const feedback = (key: string): FacetTarget => ({ kind: 'pair', group: 'feedback', key });

function toggled(text: string, target: FacetTarget, ...values: readonly ItemValue[]): string {
  return values.reduce<string>((current, value) => {
    const edited = toggleValue(current, target, value);
    return edited.kind === 'edited' ? edited.text : edited.reason;
  }, text);
}

describe('one value, several, none', () => {
  test.each([
    [field('name'), ['a'], 'eq(name, "a")'],
    [field('name'), ['a', 'b'], 'in(name, ["a", "b"])'],
    [field('name'), ['a', 'b', 'a'], 'eq(name, "b")'],
    [field('name'), ['a', 'a'], ''],
    // `in` is not proven on status, and tags have no list.
    [field('status'), ['error', 'pending'], 'or(eq(status, "error"), eq(status, "pending"))'],
    [field('status'), ['error', 'pending', 'error'], 'eq(status, "pending")'],
    [field('tags'), ['a'], 'has(tags, "a")'],
    [field('tags'), ['a', 'b'], 'or(has(tags, "a"), has(tags, "b"))'],
    [metadata('k'), [true], 'and(eq(metadata_key, "k"), eq(metadata_value, true))'],
    [
      metadata('k'),
      ['a', 'b'],
      'or(and(eq(metadata_key, "k"), eq(metadata_value, "a")), and(eq(metadata_key, "k"), eq(metadata_value, "b")))',
    ],
    [metadata('k'), ['a', 'b', 'a'], 'and(eq(metadata_key, "k"), eq(metadata_value, "b"))'],
    [feedback('c'), [1], 'and(eq(feedback_key, "c"), eq(feedback_score, 1))'],
    [feedback('c'), ['pass'], 'and(eq(feedback_key, "c"), eq(feedback_value, "pass"))'],
  ])('%j %j', (target, values, expected) => expect(toggled('', target, ...values)).toBe(expected));
});

test('the rest of the filter stays as it was written', () => {
  const text = "and(\n  or(has(tags,'x'), search(\"y\")),\n  eq(run_type, 'llm')\n)";
  expect(toggled(text, field('run_type'), 'tool')).toBe(
    text.replace("eq(run_type, 'llm')", 'in(run_type, ["llm", "tool"])'),
  );
  expect(toggled(text, field('run_type'), 'tool', 'tool')).toBe(text.replace("'llm'", '"llm"'));
  expect(toggled(text, metadata('k'), 'v')).toContain('or(has(tags,\'x\'), search("y")),\n');
  expect(toggled('and(eq(metadata_key, "k"), eq(name, "a"), eq(metadata_value, 1))', metadata('k'), 1)).toBe(
    'eq(name, "a")',
  );
});

test('what is denied is asked for instead', () => {
  expect(toggled('and(neq(status, "error"), gt(latency, 5))', field('status'), 'error')).toBe(
    'and(eq(status, "error"), gt(latency, 5))',
  );
});

test.each([
  ['in(name, ["a", "b"])', field('name'), ['a', 'b']],
  ['and(or(has(tags, "a"), has(tags, "b")), gt(latency, 5))', field('tags'), ['a', 'b']],
  ['and(eq(metadata_value, 7), eq(metadata_key, "k"))', metadata('k'), [7]],
  ['neq(name, "a")', field('name'), []],
  ['or(eq(name, "a"), eq(status, "error"))', field('name'), []],
  ['', field('name'), []],
])('%s chooses of %j %j', (text, target, values) => {
  expect(selectedValues(text, target)).toEqual(values);
});

test('nothing is written into a broken filter', () => {
  expect(toggled('and(eq(name, "a"', field('status'), 'error')).toContain('Put the filter right first');
});
