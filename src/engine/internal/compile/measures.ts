import type { RunField } from '../../../filter/predicate.ts';
import type { Amount } from '../store/usage-sums.ts';
import { AMOUNTS } from '../store/usage-sums.ts';
import type { Sources } from './row-test.ts';

/** The number behind a field, NaN = missing; undefined for fields that are no numbers. */
export function measureOf(
  { table, rollup }: Sources,
  field: RunField,
): ((row: number) => number) | undefined {
  const { start, end } = table;
  switch (field) {
    case 'start_time':
      return (row) => start[row]!;
    case 'end_time':
      return (row) => end[row]!;
    case 'latency':
      return (row) => seconds(start[row]!, end[row]!);
    case 'first_token_time': {
      rollup.settle();
      const { firstToken } = rollup;
      return (row) => seconds(start[row]!, firstToken[row]!);
    }
    default:
      return isAmount(field) ? amountOf({ rollup }, field) : undefined;
  }
}

/**
 * Seconds between two times, exact to the microsecond: 1.5 must equal 1.5. The JS SDK writes a counter
 * where a start has its microseconds, so a very short run may end up to 1 ms before it starts.
 */
export function seconds(from: number, to: number): number {
  if (to < from && from - to < 1) return 0;
  return Math.round((to - from) * 1000) / 1e6;
}

/** Of the subtree, as LangSmith's v1 shows them (UNKNOWNS U34). */
function amountOf({ rollup }: Pick<Sources, 'rollup'>, field: Amount): (row: number) => number {
  rollup.settle();
  const column = rollup.amounts[field];
  return (row) => column[row]!;
}

function isAmount(field: RunField): field is Amount {
  return (AMOUNTS as readonly string[]).includes(field);
}
