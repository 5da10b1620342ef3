/**
 * What is different about some of the runs: values that are more frequent among them than among the rest.
 * A value is named only when enough runs carry it and when chance hardly explains it, although many values
 * were looked at. It is a hint where to look, never a cause.
 */
import { chanceOf } from './enrichment.ts';

export interface ValueCount {
  readonly inside: number;
  /** Among the other runs; an upper bound when nobody knows exactly. */
  readonly outside: number;
}

export interface Outlier<T extends ValueCount> {
  readonly value: T;
  /** 0…1 of the chosen runs, and of the others. */
  readonly shareInside: number;
  readonly shareOutside: number;
  /** How many times more frequent; undefined when none of the others has it. */
  readonly lift?: number;
  /** Values that come with it on exactly as many runs on both sides: most likely the same ones. */
  readonly also: readonly T[];
}

interface Totals {
  readonly inside: number;
  readonly outside: number;
}

const FEWEST_RUNS = 3;
const SMALLEST_SHARE = 0.05;
const SMALLEST_LIFT = 1.25;
/** The chance that any of the named values is there by accident. */
const RISK = 0.01;

export function outliers<T extends ValueCount>(values: readonly T[], totals: Totals): readonly Outlier<T>[] {
  if (totals.inside === 0 || totals.outside === 0) return [];
  const candidates = values.filter(({ inside }) => inside >= FEWEST_RUNS);
  const found = candidates
    .map((value) => outlierOf(value, totals))
    .filter(({ shareInside, lift }) => shareInside >= SMALLEST_SHARE && (lift ?? Infinity) >= SMALLEST_LIFT)
    .filter(
      ({ value }) =>
        chanceOf({ ...value, insideTotal: totals.inside, outsideTotal: totals.outside }) * candidates.length <
        RISK,
    )
    .toSorted((a, b) => b.shareInside - b.shareOutside - (a.shareInside - a.shareOutside));
  return withoutTwins(found);
}

function outlierOf<T extends ValueCount>(value: T, totals: Totals): Outlier<T> {
  const shareInside = value.inside / totals.inside;
  const shareOutside = value.outside / totals.outside;
  const lift = shareOutside > 0 ? shareInside / shareOutside : undefined;
  return { value, shareInside, shareOutside, lift, also: [] };
}

function withoutTwins<T extends ValueCount>(found: readonly Outlier<T>[]): readonly Outlier<T>[] {
  const byCounts = new Map<string, Outlier<T>>();
  for (const outlier of found) {
    const counts = `${outlier.value.inside} ${outlier.value.outside}`;
    const first = byCounts.get(counts);
    byCounts.set(counts, first ? { ...first, also: [...first.also, outlier.value] } : outlier);
  }
  return [...byCounts.values()];
}
