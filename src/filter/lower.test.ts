import { expect, test } from 'vitest';
import { lower } from './lower.ts';
import { parse } from './parse.ts';

const plan = (text: string) => lower(parse(text).tree!);
const eq = (value: string | number | boolean) => ({ op: 'eq', value });

test('a pair becomes one item with two conditions', () => {
  expect(plan('and(eq(metadata_key, "k"), gte(metadata_value, 2))')).toEqual({
    kind: 'some',
    group: 'metadata',
    where: [
      { on: 'key', test: eq('k') },
      { on: 'value', test: { op: 'gte', value: 2 } },
    ],
  });
});

test('a negative key and a negative value are two denials', () => {
  const none = (on: string, value: string) => ({
    kind: 'not',
    part: { kind: 'some', group: 'input', where: [{ on, test: eq(value) }] },
  });
  expect(plan('and(neq(input_key, "k"), neq(input_value, "v"))')).toEqual({
    kind: 'and',
    parts: [none('key', 'k'), none('value', 'v')],
  });
});

test.each([
  ['gt(latency, "1.5s")', { kind: 'compare', field: 'latency', test: { op: 'gt', value: 1.5 } }],
  ['gt(latency, "500ms")', { kind: 'compare', field: 'latency', test: { op: 'gt', value: 0.5 } }],
  [
    'lt(start_time, "1970-01-02")',
    { kind: 'compare', field: 'start_time', test: { op: 'lt', value: 86_400_000 } },
  ],
  ['eq(id, "AB")', { kind: 'compare', field: 'id', test: eq('ab') }],
  ['eq(project_id, "p")', { kind: 'compare', field: 'session_id', test: eq('p') }],
  ['neq(error, null)', { kind: 'compare', field: 'status', test: eq('error') }],
  ['eq(execution_order, 1)', { kind: 'compare', field: 'is_root', test: eq(true) }],
  ['has(tags, "a")', { kind: 'tag', test: eq('a') }],
  ['search("Two  Words")', { kind: 'search', terms: ['two', 'words'] }],
  ['and(eq(name, "a"))', { kind: 'compare', field: 'name', test: eq('a') }],
  ['or(search("a"))', { kind: 'search', terms: ['a'] }],
  [
    'like(inputs, "A")',
    { kind: 'compare', field: 'inputs', test: { op: 'like', pattern: { parts: ['', 'a', ''] } } },
  ],
  [
    'like(name, "A%")',
    { kind: 'compare', field: 'name', test: { op: 'like', pattern: { parts: ['a', ''] } } },
  ],
  ['eq(end_time, null)', { kind: 'compare', field: 'end_time', test: { op: 'missing' } }],
  ['eq(name', { kind: 'constant', holds: false }],
])('%s', (text, expected) => expect(plan(text)).toEqual(expected));
