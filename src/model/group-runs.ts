/** Loaded runs by one of their values, as `group_by` of the server's statistics does (CONTRACT §6). */
import type { Run } from '../contract/run.ts';
import { runNumbers, type CountedRun, type RunNumbers } from './run-numbers.ts';
import { isLabel, valuesOf, type ValueKind } from './run-values.ts';

export interface RunGroup {
  readonly value: string;
  /** As it stands in the run: metadata may be numbers and booleans. */
  readonly raw: string | number | boolean;
  readonly numbers: RunNumbers;
}

export interface RunGroups {
  /** Largest first. */
  readonly groups: readonly RunGroup[];
  /** Runs that have no such value. */
  readonly without: number;
  /** Runs that came without their metadata: whether they have such a value is not known. */
  readonly unasked: number;
}

export function groupRuns(rows: readonly CountedRun[], by: ValueKind, isSubtree: boolean): RunGroups {
  const members = new Map<string | number | boolean, CountedRun[]>();
  let without = 0;
  let unasked = 0;
  for (const row of rows) {
    const values = valuesOf(row.run, by);
    if (by.kind === 'metadata' && row.run.metadata === undefined) unasked += 1;
    else if (values.length === 0) without += 1;
    for (const value of values) {
      const group = members.get(value);
      if (group) group.push(row);
      else members.set(value, [row]);
    }
  }
  const groups = [...members]
    .map(([raw, inside]) => ({ value: String(raw), raw, numbers: runNumbers(inside, isSubtree) }))
    .toSorted((a, b) => b.numbers.count - a.numbers.count || (a.value < b.value ? -1 : 1));
  return { groups, without, unasked };
}

/** Keys whose values are short enough to group by. */
export function groupableKeys(runs: readonly Run[]): readonly string[] {
  const keys = new Set<string>();
  for (const { metadata } of runs) {
    for (const key in metadata) if (isLabel(metadata[key])) keys.add(key);
  }
  return [...keys].toSorted();
}
