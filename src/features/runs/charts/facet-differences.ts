/** Counts of a stretch against those of everything, from statistics: exact, where the lists are whole. */
import type { Facet, RunStats } from '../../../contract/api.ts';
import type { ValueCount } from '../../../model/outliers.ts';
import type { ValueKind } from '../../../model/run-values.ts';

export interface NamedCount extends ValueCount {
  readonly by: ValueKind;
  readonly value: string;
  /** The clause that selects it, when the server gave one. */
  readonly clause: string | undefined;
}

export interface Comparison {
  readonly inside: number;
  readonly outside: number;
  readonly values: readonly NamedCount[];
}

export function facetDifferences(stretch: RunStats, whole: RunStats): Comparison {
  const inside = stretch.runCount ?? 0;
  const outside = Math.max(0, (whole.runCount ?? 0) - inside);
  const counts = new Map(whole.facets.map((facet) => [idOf(facet), facet.count]));
  const values = stretch.facets.flatMap((facet) => {
    const by = kindOf(facet.key);
    if (!by) return [];
    const all = counts.get(idOf(facet)) ?? leastOf(whole.facets, facet.key);
    // A list of the most frequent values leaves out rarer ones: then this is what they have at most.
    const others = Math.max(0, Math.min(outside, all - facet.count));
    return [{ by, value: facet.value, clause: facet.query, inside: facet.count, outside: others }];
  });
  return { inside, outside, values };
}

const idOf = ({ key, value }: Facet) => JSON.stringify([key, value]);

/** Metadata is one list over all keys. */
const listOf = (key: string) => (key.startsWith('metadata.') ? 'metadata' : key);

function leastOf(facets: readonly Facet[], key: string): number {
  const counts = facets.filter((facet) => listOf(facet.key) === listOf(key)).map(({ count }) => count);
  return counts.length === 0 ? 0 : Math.min(...counts);
}

function kindOf(key: string): ValueKind | undefined {
  if (key.startsWith('metadata.')) return { kind: 'metadata', key: key.slice('metadata.'.length) };
  return key === 'name' || key === 'run_type' || key === 'status' || key === 'tag'
    ? { kind: key }
    : undefined;
}
