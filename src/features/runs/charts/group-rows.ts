/** Groups as lines of a table, in an order that the person chose. */
import type { StatsGroup } from '../../../contract/api.ts';
import type { Run } from '../../../contract/run.ts';
import { formatCount } from '../../../lib/format-count.ts';
import type { RunGroup } from '../../../model/group-runs.ts';
import type { RunNumbers } from '../../../model/run-numbers.ts';
import { type Label, valuesOf, type ValueKind } from '../../../model/run-values.ts';
import { numbersOf } from './use-bucket-numbers.ts';

export type GroupColumn = 'count' | 'errors' | 'p50' | 'p95' | 'p99' | 'tokens' | 'cost';

export interface GroupSort {
  readonly column: GroupColumn;
  readonly isAscending: boolean;
}

/** Server groups in the shape of loaded ones; its texts get back the type they have in loaded runs. */
export function fromServer(
  groups: readonly StatsGroup[],
  runs: readonly Run[],
  by: ValueKind,
): readonly RunGroup[] {
  const typed = new Map<string, Label>(
    runs.flatMap((run) => valuesOf(run, by).map((value) => [String(value), value])),
  );
  return groups.map(({ value, stats }) => ({
    value,
    raw: typed.get(value) ?? value,
    numbers: numbersOf(stats),
  }));
}

export const errorRate = ({ count, errors }: RunNumbers): number | undefined =>
  errors === undefined || count === 0 ? undefined : errors / count;

const VALUE: Readonly<Record<GroupColumn, (numbers: RunNumbers) => number | undefined>> = {
  count: ({ count }) => count,
  errors: errorRate,
  p50: ({ p50 }) => p50,
  p95: ({ p95 }) => p95,
  p99: ({ p99 }) => p99,
  tokens: ({ tokens }) => tokens,
  cost: ({ cost }) => cost,
};

/** What is not known stands last, whichever way it is sorted. */
export function sortedGroups(
  groups: readonly RunGroup[],
  { column, isAscending }: GroupSort,
): readonly RunGroup[] {
  const of = VALUE[column];
  return groups.toSorted((a, b) => {
    const [x, y] = [of(a.numbers), of(b.numbers)];
    if (x === undefined || y === undefined) return x === y ? 0 : x === undefined ? 1 : -1;
    return isAscending ? x - y : y - x;
  });
}

type Counted =
  | {
      readonly kind: 'all';
      readonly isServer: boolean;
      /** Only so many groups were asked for. */
      readonly most: number | undefined;
    }
  | { readonly kind: 'loaded'; readonly rowCount: number };

/** `without`: how many of the counted have no such value. */
export function groupsSentence(
  counted: Counted & { readonly view: 'runs' | 'traces'; readonly without: number },
): string {
  const { view, without } = counted;
  const missing = without > 0 ? ` ${formatCount(without)} without such a value are left out.` : '';
  if (counted.kind === 'loaded') return `From ${formatCount(counted.rowCount)} loaded rows.${missing}`;
  const who = counted.isServer ? 'by the server' : 'in this browser';
  const most = counted.most === undefined ? '' : ` The largest ${counted.most} groups.`;
  // The roots of two traces are never below each other.
  const overlap =
    view === 'runs'
      ? ' A run counts the tokens and the cost of the runs below it as well: groups can count the same ones.'
      : '';
  return `Counted ${who} over all matches.${most}${missing}${overlap}`;
}
