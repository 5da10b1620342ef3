import type { FeedbackTable } from '../store/feedback-table.ts';
import type { PayloadItems } from '../store/payload-items.ts';
import type { Rollup } from '../store/rollup.ts';
import type { RunTable } from '../store/run-table.ts';
import type { SearchBlocks } from '../store/search-blocks.ts';
import type { Row } from '../store/types.ts';

/** Holds columns as they are now: made for one query and thrown away before the next write. */
export type RowTest = (row: Row) => boolean;

/** What a predicate can look at. */
export interface Sources {
  readonly table: RunTable;
  readonly rollup: Rollup;
  readonly feedback: FeedbackTable;
  readonly payloads: PayloadItems;
  readonly search: SearchBlocks;
}

export const always: RowTest = () => true;
export const never: RowTest = () => false;

export function all(tests: readonly RowTest[]): RowTest {
  if (tests.some((test) => test === never)) return never;
  const real = tests.filter((test) => test !== always);
  const [first, second, third] = real;
  if (!first) return always;
  if (!second) return first;
  if (!third) return (row) => first(row) && second(row);
  return (row) => {
    for (const test of real) if (!test(row)) return false;
    return true;
  };
}

export function any(tests: readonly RowTest[]): RowTest {
  const [first, second, third] = tests;
  if (!first) return never;
  if (!second) return first;
  if (!third) return (row) => first(row) || second(row);
  return (row) => {
    for (const test of tests) if (test(row)) return true;
    return false;
  };
}

export function negated(test: RowTest): RowTest {
  if (test === always) return never;
  return test === never ? always : (row) => !test(row);
}

/** Answers a question once per code; most columns have few distinct values. */
export function memoized(size: number, ask: (code: number) => boolean): (code: number) => boolean {
  const answers = new Uint8Array(size);
  return (code) => {
    const known = answers[code];
    if (known !== 0 && known !== undefined) return known === 2;
    const answer = ask(code);
    answers[code] = answer ? 2 : 1;
    return answer;
  };
}
