import { describe, expect, test } from 'vitest';
import { diagnose } from '../../../filter/diagnose.ts';
import { chipsOf } from '../../../filter/edit/chip.ts';
import { parse } from '../../../filter/parse.ts';
import { print } from '../../../filter/print.ts';
import { chipText } from './chip-words.ts';
import { clauseOf, emptyForm, formOf } from './clause-form.ts';
import { FORM_FIELDS, findFormField, needsValue, operatorsOf } from './form-fields.ts';

const VALUE: Readonly<Record<string, string>> = {
  number: '12',
  duration: '1.5',
  boolean: 'true',
  time: '2026-01-31T12:00:00Z',
  uuid: '11111111-1111-4111-8111-111111111111',
};

const every = FORM_FIELDS.flatMap((field) =>
  operatorsOf(field).map((op) => ({ field, op, name: `${field.id} ${op}` })),
);

test.each(every)('the form of $name writes a filter without errors, and reads it back', ({ field, op }) => {
  const type = field.subject.kind === 'field' ? field.subject.field : field.subject.value;
  const value = needsValue(op) ? (VALUE[type.type] ?? type.values?.[0] ?? 'some "text"') : '';
  const form = { field, key: field.subject.kind === 'pair' ? 'a key' : '', op, value };
  const clause = clauseOf(form);
  expect(clause.kind).toBe('clause');
  const text = clause.kind === 'clause' ? clause.text : '';
  expect(diagnose(text).filter(({ severity }) => severity === 'error')).toEqual([]);
  const chips = chipsOf(text);
  expect(chips).toHaveLength(1);
  const back = formOf(chips[0]!)!;
  const again = clauseOf(back);
  expect(again.kind === 'clause' && print(parse(again.text).tree!)).toBe(print(parse(text).tree!));
});

describe.each([
  ['a value', 'name', { value: '' }, /Which value/],
  ['a number', 'latency', { value: 'slow' }, /number/],
  ['a time', 'start_time', { value: 'yesterday' }, /time/],
  ['a key', 'metadata_value', { value: 'x' }, /Which key/],
  ['a pattern', 'name', { op: 'contains', value: '' }, /Which text/],
  ['members', 'run_type', { op: 'in', value: '\n' }, /Which values/],
] as const)('without %s', (_what, id, change, reason) => {
  test('nothing is written, and it says what is missing', () => {
    const form = { ...emptyForm(findFormField(id)!), ...change };
    const clause = clauseOf(form);
    expect(clause.kind === 'incomplete' ? clause.reason : clause.text).toMatch(reason);
  });
});

test.each([
  ['42', 'eq(metadata_value, 42)'],
  ['"42"', 'eq(metadata_value, "42")'],
  ['true', 'eq(metadata_value, true)'],
  ['prod', 'eq(metadata_value, "prod")'],
])('a metadata value %s keeps its JSON type', (value, expected) => {
  const form = { ...emptyForm(findFormField('metadata_value')!), key: 'env', value };
  expect(clauseOf(form)).toMatchObject({ text: `and(eq(metadata_key, "env"), ${expected})` });
});

test.each([
  'or(eq(name, "a"), eq(run_type, "llm"))',
  'like(name, "a%b")',
  'and(like(metadata_key, "a%"), eq(metadata_value, 1))',
  'gt(latency, "2m")',
])('%s stays a text', (text) => {
  expect(chipsOf(text).map(formOf)).toEqual([undefined]);
});

test.each([
  ['eq(run_type, "llm")', 'run type is llm'],
  ['gt(latency, "5s")', 'latency > 5 s'],
  ['has(tags, "beta")', 'tags has beta'],
  ['and(eq(metadata_key, "env"), eq(metadata_value, "prod"))', 'metadata env is prod'],
  ['eq(feedback_key, "score")', 'has feedback score'],
  ['like(name, "%chat%")', 'name contains chat'],
  ['search("refund")', 'text has the words refund'],
])('%s is said as: %s', (text, words) => {
  expect(chipsOf(text).map(chipText)).toEqual([words]);
});
