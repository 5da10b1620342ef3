import { expect, test } from 'vitest';
import { FIELDS, evidenceFor, fieldsOf, findField } from './fields.ts';
import { OPERATORS, findOperator } from './operators.ts';

test('names are unique, and each is found', () => {
  expect(new Set(FIELDS.map((field) => field.name)).size).toBe(FIELDS.length);
  for (const field of FIELDS) expect(findField(field.name)).toBe(field);
  expect(findField('constructor')).toBeUndefined();
  expect(findOperator('toString')).toBeUndefined();
});

test.each(FIELDS.map((field) => [field.name, field] as const))('%s is complete', (name, field) => {
  expect(field.operators.length).toBeGreaterThan(0);
  expect(field.operators).toEqual(expect.arrayContaining([...(field.unprovenOperators ?? [])]));
  expect(field.description).toMatch(/^[A-Z0-9].*\.$/);
  expect(field.example).toContain(name);
  expect(field.type === 'enum').toBe(field.values !== undefined);
  expect(field.evidence !== 'refused' || field.advice !== undefined).toBe(true);
  for (const op of field.operators) expect(findOperator(op)).toBeDefined();
});

test('each comparator is of use to some field', () => {
  const used = new Set<string>(FIELDS.flatMap((field) => field.operators));
  const comparators = OPERATORS.filter((each) => each.takes.startsWith('field'));
  expect(comparators.filter((each) => !used.has(each.name))).toEqual([]);
});

test('evidence is that of the weaker of field and operator', () => {
  const evidence = (name: string, op: 'eq' | 'like') => evidenceFor(findField(name)!, op);
  expect(evidence('name', 'eq')).toBe('proven');
  expect(evidence('name', 'like')).toBe('unproven');
  expect(evidence('error', 'like')).toBe('refused');
});

test('a thread filter has no fields of single runs', () => {
  expect(fieldsOf('thread').map((field) => field.name)).not.toContain('name');
  expect(fieldsOf('run').map((field) => field.name)).not.toContain('turn_count');
});
