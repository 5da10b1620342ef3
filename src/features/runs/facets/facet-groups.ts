/** Values with counts, per field: from statistics over all matches, or from the rows that are loaded. */
import type { RunStats, StatsGroup } from '../../../contract/api.ts';
import type { FacetTarget } from '../../../filter/edit/facet.ts';
import type { ItemValue } from '../../../filter/flatten.ts';
import type { ValueKind } from '../../../filter/live-values.ts';
import { formatCount } from '../../../lib/format-count.ts';
import { valuesOfRows } from '../live-values/values-of-rows.ts';
import type { RunRow } from '../run-row.ts';
import type { NumberRange } from './facet-edits.ts';

export interface FacetValue {
  readonly value: ItemValue;
  readonly count: number | undefined;
}

export type CountSource = 'matches' | 'rows';

/** After the title of a group. */
export const sourceWords = (source: CountSource, rowCount: number): string =>
  source === 'matches' ? 'in all matches' : `in ${formatCount(rowCount)} loaded rows`;

export interface FacetGroup {
  readonly id: string;
  readonly title: string;
  /** What its counts are counted in. */
  readonly source: CountSource;
  readonly target: FacetTarget;
  readonly values: readonly FacetValue[];
}

interface FieldFacet {
  readonly field: string;
  readonly title: string;
  /** The server's name of the facet. */
  readonly facet: string;
  readonly kind: ValueKind;
}

export const FIELD_FACETS: readonly FieldFacet[] = [
  { field: 'status', title: 'Status', facet: 'status', kind: 'statuses' },
  { field: 'run_type', title: 'Type', facet: 'run_type', kind: 'run-types' },
  { field: 'name', title: 'Name', facet: 'name', kind: 'names' },
  { field: 'tags', title: 'Tags', facet: 'tag', kind: 'tags' },
];

/** Statistics say which values there are; without them the loaded rows do. Chosen values always show. */
export function fieldGroup(
  { field, title, facet, kind }: FieldFacet,
  stats: RunStats | undefined,
  rows: readonly RunRow[],
  chosen: readonly ItemValue[],
): FacetGroup {
  const counted = stats?.facets
    .filter(({ key }) => key === facet)
    .map(({ value, count }) => ({ value, count }));
  const values =
    counted ?? valuesOfRows(rows, { kind, prefix: '' }).map(({ value, count }) => ({ value, count }));
  const source = counted ? 'matches' : 'rows';
  return { id: field, title, source, target: { kind: 'field', field }, values: withChosen(values, chosen) };
}

export function metadataGroup(
  key: string,
  groups: readonly StatsGroup[] | undefined,
  rows: readonly RunRow[],
  chosen: readonly ItemValue[],
): FacetGroup {
  const loaded = valuesOfRows(rows, { kind: 'metadata-values', key, prefix: '' });
  // The server prints numbers and booleans as texts, rows still know what they were.
  const typed = new Map(loaded.map(({ value }) => [String(value), value]));
  const counted = groups?.map(({ value, stats }) => ({
    value: typed.get(value) ?? value,
    count: stats.runCount,
  }));
  const values = counted ?? loaded.map(({ value, count }) => ({ value, count }));
  const target = { kind: 'pair', group: 'metadata', key } as const;
  const source = counted ? 'matches' : 'rows';
  return { id: `metadata ${key}`, title: key, source, target, values: withChosen(values, chosen) };
}

/** Of one feedback key: its values where it has categories, else the key alone. */
export function feedbackGroups(
  stats: RunStats | undefined,
  chosen: (target: FacetTarget) => readonly ItemValue[],
): readonly FacetGroup[] {
  const entries = Object.entries(stats?.feedback ?? {}).toSorted((a, b) => b[1].n - a[1].n);
  return entries.flatMap(([key, { values }]) => {
    const target = { kind: 'pair', group: 'feedback', key } as const;
    const counted = Object.entries(values).map(([value, count]) => ({ value, count }));
    const all = withChosen(counted, chosen(target));
    return all.length === 0
      ? []
      : [{ id: `feedback ${key}`, title: key, source: 'matches', target, values: all }];
  });
}

function withChosen(values: readonly FacetValue[], chosen: readonly ItemValue[]): readonly FacetValue[] {
  const known = new Set(values.map(({ value }) => value));
  const missing = chosen.filter((value) => !known.has(value));
  return [...missing.map((value) => ({ value, count: undefined })), ...values];
}

export interface RangeGroup {
  readonly title: string;
  readonly unit: 'seconds' | 'tokens' | 'dollars';
  readonly ranges: readonly { readonly range: NumberRange; readonly label: string; readonly count: number }[];
}

const BOUNDS: readonly {
  readonly field: NumberRange['field'];
  readonly title: string;
  readonly unit: RangeGroup['unit'];
  readonly steps: readonly number[];
  readonly of: (row: RunRow) => number | undefined;
  readonly words: (value: number) => string;
}[] = [
  {
    field: 'latency',
    title: 'Latency',
    unit: 'seconds',
    steps: [1, 5, 30],
    of: ({ run }) =>
      run.endTime === undefined ? undefined : Math.max(0, run.endTime - run.startTime) / 1000,
    words: (value) => `${value} s`,
  },
  {
    field: 'total_tokens',
    title: 'Tokens',
    unit: 'tokens',
    steps: [100, 1000, 10_000],
    of: ({ totalTokens }) => totalTokens,
    words: (value) => value.toLocaleString('en-US'),
  },
  {
    field: 'total_cost',
    title: 'Cost',
    unit: 'dollars',
    steps: [0.001, 0.01, 0.1],
    of: ({ totalCost }) => totalCost,
    words: (value) => `$${value}`,
  },
];

/** Fixed steps, so that the same press asks the same tomorrow; counted in the loaded rows only. */
export function rangeGroups(rows: readonly RunRow[]): readonly RangeGroup[] {
  return BOUNDS.map(({ field, title, unit, steps, of, words }) => {
    const numbers = rows.map(of).filter((number) => number !== undefined);
    const edges: readonly (number | undefined)[] = [undefined, ...steps, undefined];
    const ranges = steps.concat(NaN).map((_step, index) => {
      const from = edges[index];
      const to = edges[index + 1];
      const range: NumberRange = {
        field,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      };
      const count = numbers.filter((n) => n >= (from ?? -Infinity) && n < (to ?? Infinity)).length;
      return { range, count, label: label(from, to, words) };
    });
    return { title, unit, ranges };
  });
}

function label(from: number | undefined, to: number | undefined, words: (value: number) => string): string {
  if (from === undefined) return `under ${words(to!)}`;
  return to === undefined ? `${words(from)} and more` : `${words(from)} to ${words(to)}`;
}
