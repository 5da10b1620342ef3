import type { Run } from '../contract/run.ts';

/** Dotted order sorts a trace in pre-order by start time (CONTRACT §5); runs without one go by time. */
export function inTreeOrder(runs: readonly Run[]): readonly Run[] {
  const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return runs.toSorted((a, b) =>
    a.dottedOrder !== undefined && b.dottedOrder !== undefined
      ? compare(a.dottedOrder, b.dottedOrder)
      : a.startTime - b.startTime || compare(a.id, b.id),
  );
}

/** Bounds may be inclusive on both sides (UNKNOWNS U19), and pages may overlap: the first row counts. */
export function uniqueById<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => !seen.has(id) && seen.add(id));
}
