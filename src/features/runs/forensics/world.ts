/** The values that exist in a project, to tell a misspelt one from a rare one. */
import type { RunStats } from '../../../contract/api.ts';
import type { FacetTarget } from '../../../filter/edit/facet.ts';
import { findField } from '../../../filter/fields.ts';
import type { ItemValue } from '../../../filter/flatten.ts';

export interface World {
  /** Undefined = nobody knows, so nothing is called unknown. */
  readonly values: (target: FacetTarget) => readonly ItemValue[] | undefined;
  readonly keys: (group: string) => readonly string[] | undefined;
}

export const UNKNOWN_WORLD: World = { values: () => undefined, keys: () => undefined };

/** Facets call tags by one tag. */
const FACET_OF: Readonly<Record<string, string>> = { tags: 'tag' };

export function worldOf(
  stats: Pick<RunStats, 'facets' | 'feedback'> | undefined,
  metadata: Readonly<Record<string, readonly string[]>> | undefined,
): World {
  const fromFacets = (key: string) =>
    stats?.facets.filter((facet) => facet.key === key).map(({ value }) => value) ?? [];
  const ofPair = (group: string, key: string): readonly ItemValue[] => {
    if (group === 'metadata')
      return [...new Set([...(metadata?.[key] ?? []), ...fromFacets(`metadata.${key}`)])];
    return group === 'feedback' ? Object.keys(stats?.feedback[key]?.values ?? {}) : [];
  };
  return {
    values: (target) => {
      const known =
        target.kind === 'pair'
          ? ofPair(target.group, target.key)
          : [
              ...fromFacets(FACET_OF[target.field] ?? target.field),
              ...(findField(target.field)?.values ?? []),
            ];
      return known.length === 0 ? undefined : [...new Set(known)];
    },
    keys: (group) => {
      const keys =
        group === 'metadata'
          ? Object.keys(metadata ?? {})
          : group === 'feedback'
            ? Object.keys(stats?.feedback ?? {})
            : [];
      return keys.length === 0 ? undefined : keys;
    },
  };
}
