/** Comparisons that stand for themselves: everything but the members of a pair. */
import type { Comparison } from './ast.ts';
import { metadataPath } from './dotted-field.ts';
import type { Field } from './field.ts';
import { conjunction, negation } from './lower-clause.ts';
import { isNegative, lowerTest, opposite } from './lower-test.ts';
import { metadataObject } from './metadata-object.ts';
import type { ItemCondition, Predicate, RunField, Test } from './predicate.ts';
import { resolveField } from './resolve-field.ts';

const NOTHING: Predicate = { kind: 'constant', holds: false };
const EVERYTHING: Predicate = { kind: 'constant', holds: true };

export function lowerComparison(comparison: Comparison): Predicate {
  const field = resolveField(comparison.field.name);
  if (!field || !field.scopes.includes('run')) return NOTHING;
  if (field.type === 'json') return lowerMetadata(comparison);
  const test = lowerTest(field, comparison);
  if (!test) return NOTHING;
  const path = metadataPath(field.name);
  if (path !== undefined) return lowerPath(path, test);
  switch (field.name) {
    case 'tags':
      return denyOr(test, (positive) => ({ kind: 'tag', test: positive }));
    case 'error':
      return lowerError(test);
    case 'execution_order':
      return lowerExecutionOrder(test);
    case 'cursor':
      return NOTHING;
    default:
      return { kind: 'compare', field: runField(field), test };
  }
}

/** A negative test on something multiple denies all of it. */
function denyOr(test: Test, positive: (test: Test) => Predicate): Predicate {
  return isNegative(test) ? negation(positive(opposite(test))) : positive(test);
}

function lowerPath(path: string, test: Test): Predicate {
  const key: ItemCondition = { on: 'key', test: { op: 'eq', value: path } };
  const some = (value: Test): Predicate => ({
    kind: 'some',
    group: 'metadata',
    where: [key, { on: 'value', test: value }],
  });
  // A missing key and a JSON null are both "null" to somebody who writes a path.
  if (test.op === 'present') return some(test);
  if (test.op === 'missing') return negation(some({ op: 'present' }));
  return denyOr(test, some);
}

function lowerMetadata({ op, value }: Comparison): Predicate {
  if (value.kind !== 'string') return NOTHING;
  const key = (path: string): ItemCondition => ({ on: 'key', test: { op: 'eq', value: path } });
  if (op === 'exists') return { kind: 'some', group: 'metadata', where: [key(value.value)] };
  const items = op === 'has' ? metadataObject(value.value) : undefined;
  if (!items) return NOTHING;
  if (items.length === 0) return EVERYTHING;
  return conjunction(
    items.map((item): Predicate => {
      const test: Test = item.value === undefined ? { op: 'missing' } : { op: 'eq', value: item.value };
      return { kind: 'some', group: 'metadata', where: [key(item.path), { on: 'value', test }] };
    }),
  );
}

/** null and booleans ask for the status, texts for the text. */
function lowerError(test: Test): Predicate {
  const failed = (op: 'eq' | 'neq'): Predicate => ({
    kind: 'compare',
    field: 'status',
    test: { op, value: 'error' },
  });
  if (test.op === 'present') return failed('eq');
  if (test.op === 'missing') return failed('neq');
  if (test.op === 'eq' || test.op === 'neq') {
    if (typeof test.value === 'boolean') return failed(test.value === (test.op === 'eq') ? 'eq' : 'neq');
  }
  return { kind: 'compare', field: 'error', test };
}

/** Order 1 is the root; no other order is known, so no run has it. */
function lowerExecutionOrder(test: Test): Predicate {
  if (test.op !== 'eq' && test.op !== 'neq') return NOTHING;
  if (test.value !== 1) return test.op === 'eq' ? NOTHING : EVERYTHING;
  return { kind: 'compare', field: 'is_root', test: { op: test.op, value: true } };
}

function runField(field: Field): RunField {
  return field.name === 'project_id' ? 'session_id' : (field.name as RunField);
}
