import type { Comparison, ListLiteral } from './ast.ts';
import type { Field } from './field.ts';
import type { ItemValue } from './flatten.ts';
import { likePattern } from './like.ts';
import type { Test } from './predicate.ts';
import { readValue } from './read-value.ts';

/** The value side of a comparison; undefined when check() reports it as an error. */
export function lowerTest(field: Field, { op, value }: Comparison): Test | undefined {
  if (!field.operators.includes(op)) return undefined;
  if (value.kind === 'list') return op === 'in' ? membership(field, value) : undefined;
  if (op === 'like' || op === 'notlike') {
    const bare = field.type === 'text' ? 'contains' : 'equals';
    return value.kind === 'string' ? { op, pattern: likePattern(value.value, bare) } : undefined;
  }
  if (op === 'in' || op === 'exists') return undefined;
  const reading = readValue(field, value);
  if (reading.kind === 'unusable') return undefined;
  if (op === 'eq' || op === 'neq' || op === 'has') {
    if (reading.kind === 'null') {
      // has() asks for a value, and null is none (is-usable.ts).
      return op === 'has' ? undefined : { op: op === 'neq' ? 'present' : 'missing' };
    }
    return { op: op === 'neq' ? 'neq' : 'eq', value: reading.value };
  }
  if (reading.kind === 'null' || typeof reading.value === 'boolean') return undefined;
  return { op, value: reading.value };
}

function membership(field: Field, list: ListLiteral): Test | undefined {
  const values: ItemValue[] = [];
  for (const item of list.items) {
    const reading = readValue(field, item);
    if (reading.kind !== 'value') return undefined;
    values.push(reading.value);
  }
  return { op: 'in', values };
}

/** neq, notlike, and "not null": the tests that hold for a missing value, or deny one. */
export function isNegative(test: Test): boolean {
  return test.op === 'neq' || test.op === 'notlike' || test.op === 'present';
}

export function opposite(test: Test): Test {
  switch (test.op) {
    case 'neq':
      return { op: 'eq', value: test.value };
    case 'notlike':
      return { op: 'like', pattern: test.pattern };
    case 'present':
      return { op: 'missing' };
    default:
      throw new Error(`${test.op} is not a negative test`);
  }
}
