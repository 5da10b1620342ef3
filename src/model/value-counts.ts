import type { Run } from '../contract/run.ts';
import type { ValueCount } from './outliers.ts';
import { valuesOf, type Label, type ValueKind } from './run-values.ts';

export interface RunValueCount extends ValueCount {
  readonly by: ValueKind;
  readonly value: Label;
}

const KINDS: readonly ValueKind[] = [
  { kind: 'name' },
  { kind: 'run_type' },
  { kind: 'status' },
  { kind: 'tag' },
];

/** Every value of the runs, with how many of the chosen and of the others carry it. */
export function valueCounts(runs: readonly Run[], isInside: (run: Run) => boolean): readonly RunValueCount[] {
  const counts = new Map<string, { by: ValueKind; value: Label; inside: number; outside: number }>();
  for (const run of runs) {
    const side = isInside(run) ? 'inside' : 'outside';
    for (const by of kindsOf(run)) {
      for (const value of valuesOf(run, by)) {
        // 1 and "1" are different values of a key.
        const id = JSON.stringify([by, value]);
        const known = counts.get(id) ?? { by, value, inside: 0, outside: 0 };
        known[side] += 1;
        counts.set(id, known);
      }
    }
  }
  return [...counts.values()];
}

const kindsOf = ({ metadata }: Run): readonly ValueKind[] =>
  metadata ? [...KINDS, ...Object.keys(metadata).map((key) => ({ kind: 'metadata', key }) as const)] : KINDS;
