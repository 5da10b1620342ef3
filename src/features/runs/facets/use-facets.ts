import { useQueries, useQuery } from '@tanstack/react-query';
import { groupStatsOptions, runStatsOptions } from '../../../api/queries.ts';
import type { Api, RunStats, StatsGroup, TimeWindow } from '../../../contract/api.ts';
import type { FacetTarget } from '../../../filter/edit/facet.ts';
import { selectedValues } from '../../../filter/toggle-value.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { runQueryOf, statsQueryOf } from '../run-query.ts';
import { useRunStats } from '../use-run-stats.ts';
import { withoutTarget } from './facet-edits.ts';
import { FIELD_FACETS } from './facet-groups.ts';

/** Groups asked for of one key; more are a sign that the key names single runs. */
const MOST_GROUPS = 50;

export interface FacetStats {
  /** Over what the question matches; undefined while it is on its way, or when it failed. */
  readonly all: RunStats | undefined;
  /** Of a field of which something is chosen: counted as if nothing were, or its other values would vanish. */
  readonly of: (field: string) => RunStats | undefined;
  readonly error: Error | undefined;
}

export function useFacetStats(api: Api, screen: RunsScreen, window: TimeWindow | undefined): FacetStats {
  // The very question of the strip above the table: asked once.
  const all = useRunStats(api, screen, window);
  const chosen = FIELD_FACETS.filter(
    ({ field }) => selectedValues(screen.filter, { kind: 'field', field }).length > 0,
  );
  const others = useQueries({
    queries: chosen.map(({ field }) => ({
      ...runStatsOptions(api, queryWithout(screen, window, { kind: 'field', field })),
      enabled: window !== undefined,
      staleTime: Infinity,
    })),
  });
  const byField = new Map(chosen.map(({ field }, index) => [field, others[index]?.data]));
  return {
    all: all.data,
    of: (field) => byField.get(field) ?? all.data,
    error: all.error ?? undefined,
  };
}

/** One request for one key, when its group is open. */
export function useMetadataGroups(
  api: Api,
  screen: RunsScreen,
  window: TimeWindow | undefined,
  key: string,
  isWanted: boolean,
): { readonly groups: readonly StatsGroup[] | undefined; readonly error: Error | undefined } {
  const query = queryWithout(screen, window, { kind: 'pair', group: 'metadata', key });
  const { data, error } = useQuery({
    ...groupStatsOptions(api, query, { kind: 'metadata', key }, MOST_GROUPS),
    enabled: isWanted && window !== undefined && key !== '',
    staleTime: Infinity,
  });
  return { groups: data, error: error ?? undefined };
}

function queryWithout(screen: RunsScreen, window: TimeWindow | undefined, target: FacetTarget) {
  const open = { ...screen, filter: withoutTarget(screen.filter, target) };
  return statsQueryOf(open, runQueryOf(open, window ?? {}));
}
