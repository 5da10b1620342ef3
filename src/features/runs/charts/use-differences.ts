import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { runStatsOptions } from '../../../api/queries.ts';
import type { Api } from '../../../contract/api.ts';
import { type Outlier, outliers } from '../../../model/outliers.ts';
import type { TimeSpan } from '../../../model/timeline.ts';
import { valueCounts } from '../../../model/value-counts.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { runQueryOf, statsQueryOf } from '../run-query.ts';
import type { RunPages } from '../use-run-pages.ts';
import { useRunStats } from '../use-run-stats.ts';
import { isCountable } from './chart-source.ts';
import { type Comparison, facetDifferences, type NamedCount } from './facet-differences.ts';

export interface Differences {
  readonly found: readonly Outlier<NamedCount>[];
  readonly inside: number;
  readonly outside: number;
  /** Over everything that matches, else in the loaded rows. */
  readonly isWhole: boolean;
  readonly isAsking: boolean;
  /** Loaded rows were compared, and some came without metadata. */
  readonly lacksMetadata: boolean;
  readonly error: Error | undefined;
}

/** One request for the stretch; everything is counted already, above the table. */
export function useDifferences(
  api: Api,
  screen: RunsScreen,
  { rows, window }: RunPages,
  { from, to }: TimeSpan,
): Differences {
  const isWanted = window !== undefined && isCountable(screen);
  const whole = useRunStats(api, screen, isWanted ? window : undefined);
  const inside = useQuery({
    ...runStatsOptions(api, statsQueryOf(screen, runQueryOf(screen, { from, to }))),
    enabled: isWanted,
    staleTime: Infinity,
  });
  const counted = useMemo(
    () => (inside.data && whole.data ? facetDifferences(inside.data, whole.data) : undefined),
    [inside.data, whole.data],
  );
  const compared = useMemo((): Comparison => {
    if (counted) return counted;
    const runs = rows.map(({ run }) => run);
    const isInside = ({ startTime }: { startTime: number }) => startTime >= from && startTime < to;
    const chosen = runs.filter(isInside).length;
    const values = valueCounts(runs, isInside).map((each) => ({
      ...each,
      value: String(each.value),
      clause: undefined,
    }));
    return { inside: chosen, outside: runs.length - chosen, values };
  }, [counted, rows, from, to]);
  const found = useMemo(() => outliers(compared.values, compared), [compared]);
  return {
    found,
    inside: compared.inside,
    outside: compared.outside,
    isWhole: counted !== undefined,
    lacksMetadata: counted === undefined && rows.some(({ run }) => run.metadata === undefined),
    isAsking: inside.isFetching || whole.isFetching,
    error: inside.error ?? whole.error ?? undefined,
  };
}
