import type { ItemValue } from './flatten.ts';
import { matchesLike } from './like.ts';
import type { Test } from './predicate.ts';

/**
 * Whether one value passes. `undefined` is a missing value: it fails every positive test, and the
 * negative ones, being exact complements (neq of eq, notlike of like), hold for it.
 */
export function passes(test: Test, actual: ItemValue | undefined): boolean {
  switch (test.op) {
    case 'eq':
      return actual === test.value;
    case 'neq':
      return actual !== test.value;
    case 'in':
      return actual !== undefined && test.values.includes(actual);
    case 'like':
      return typeof actual === 'string' && matchesLike(test.pattern, actual);
    case 'notlike':
      return !(typeof actual === 'string' && matchesLike(test.pattern, actual));
    case 'present':
      return actual !== undefined;
    case 'missing':
      return actual === undefined;
    default:
      return isOrdered(test.op, actual, test.value);
  }
}

function isOrdered(
  op: 'gt' | 'gte' | 'lt' | 'lte',
  actual: ItemValue | undefined,
  bound: number | string,
): boolean {
  if (typeof actual !== typeof bound || actual === undefined) return false;
  switch (op) {
    case 'gt':
      return actual > bound;
    case 'gte':
      return actual >= bound;
    case 'lt':
      return actual < bound;
    default:
      return actual <= bound;
  }
}
