import type { Comparator, Comparison } from './ast.ts';
import type { Field } from './field.ts';
import type { ItemValue } from './flatten.ts';
import { likePattern, matchesLike } from './like.ts';
import { readValue } from './read-value.ts';

/** One usable comparison (isUsable) against one value, undefined being a missing one. */
export function compareScalar(
  field: Field,
  { op, value }: Comparison,
  actual: ItemValue | undefined,
): boolean {
  if (value.kind === 'list') {
    return value.items.some((item) => {
      const reading = readValue(field, item);
      return reading.kind === 'value' && reading.value === actual;
    });
  }
  if (op === 'like' || op === 'notlike') {
    if (value.kind !== 'string') return false;
    const pattern = likePattern(value.value, field.type === 'text' ? 'contains' : 'equals');
    return (typeof actual === 'string' && matchesLike(pattern, actual)) === (op === 'like');
  }
  const reading = readValue(field, value);
  const wanted = reading.kind === 'value' ? reading.value : undefined;
  if (op === 'eq' || op === 'has') return actual === wanted;
  if (op === 'neq') return actual !== wanted;
  // Only two numbers or two texts have an order; booleans have none.
  if (typeof actual === 'number' && typeof wanted === 'number') return isInOrder(op, actual, wanted);
  if (typeof actual === 'string' && typeof wanted === 'string') return isInOrder(op, actual, wanted);
  return false;
}

function isInOrder<T extends number | string>(op: Comparator, actual: T, wanted: T): boolean {
  return (
    (op === 'gt' && actual > wanted) ||
    (op === 'gte' && actual >= wanted) ||
    (op === 'lt' && actual < wanted) ||
    (op === 'lte' && actual <= wanted)
  );
}
