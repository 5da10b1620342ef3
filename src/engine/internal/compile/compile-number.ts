import { passes } from '../../../filter/passes.ts';
import type { Test } from '../../../filter/predicate.ts';
import type { RowTest } from './row-test.ts';

/** A test over numbers where NaN means missing; NaN fails every ordering by itself. */
export function compileNumber(numberOf: (row: number) => number, test: Test): RowTest {
  if ('value' in test && typeof test.value === 'number') {
    const bound = test.value;
    switch (test.op) {
      case 'eq':
        return (row) => numberOf(row) === bound;
      case 'neq':
        return (row) => numberOf(row) !== bound;
      case 'gt':
        return (row) => numberOf(row) > bound;
      case 'gte':
        return (row) => numberOf(row) >= bound;
      case 'lt':
        return (row) => numberOf(row) < bound;
      default:
        return (row) => numberOf(row) <= bound;
    }
  }
  return (row) => {
    const actual = numberOf(row);
    return passes(test, Number.isNaN(actual) ? undefined : actual);
  };
}
