import type { Facet } from '../../contract/api.ts';
import type { KnownValues } from '../../filter/complete-value.ts';
import type { RunRow } from './run-row.ts';

/** Values offered per field; beyond that a person types. */
const OFFERED = 50;

export function knownValuesOf(
  metadata: Readonly<Record<string, readonly string[]>>,
  facets: readonly Facet[],
  rows: readonly RunRow[],
): KnownValues {
  // Facets count everything that matches, rows only what is loaded; a value may be in either.
  const count = (valuesOf: (row: RunRow) => readonly (string | undefined)[], facet?: string) => () => {
    const everywhere = facets.filter(({ key }) => key === facet).map(({ value }) => value);
    return [...new Set([...everywhere, ...mostFrequent(rows.flatMap(valuesOf))])].slice(0, OFFERED);
  };
  const fromRows: Readonly<Record<string, () => readonly string[]>> = {
    names: count(({ run }) => [run.name], 'name'),
    tags: count(({ run }) => run.tags, 'tag'),
    threads: count(({ run }) => [run.threadId]),
    'feedback-keys': count(({ run }) => Object.keys(run.feedback)),
    'feedback-values': count(({ run }) =>
      Object.values(run.feedback).flatMap((stat) => Object.keys(stat.values)),
    ),
  };
  // Counted when first asked for, then kept: completion asks with every key.
  const counted = new Map<string, readonly string[]>();
  const fromRowsOnce = (source: string) => {
    const values = counted.get(source) ?? fromRows[source]?.() ?? [];
    counted.set(source, values);
    return values;
  };
  return (source, key) => {
    if (source === 'metadata-keys') return Object.keys(metadata).toSorted().slice(0, OFFERED);
    if (source === 'metadata-values') {
      const values = key === undefined ? Object.values(metadata).flat() : (metadata[key] ?? []);
      return values.slice(0, OFFERED);
    }
    return fromRowsOnce(source);
  };
}

function mostFrequent(values: readonly (string | undefined)[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== undefined) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || a[0].localeCompare(b[0])).map(([value]) => value);
}
