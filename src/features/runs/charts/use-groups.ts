import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { groupStatsOptions } from '../../../api/queries.ts';
import type { Api, StatsAttribute } from '../../../contract/api.ts';
import { groupRuns, type RunGroup } from '../../../model/group-runs.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { runQueryOf, statsQueryOf } from '../run-query.ts';
import { useRunStats } from '../use-run-stats.ts';
import type { RunPages } from '../use-run-pages.ts';
import { isCountable } from './chart-source.ts';
import { fromServer, groupsSentence } from './group-rows.ts';
import { useIsSubtree } from './use-is-subtree.ts';

/** Groups that are asked for; more than that is no comparison any more, and it is said. */
const MOST_GROUPS = 50;

export interface Groups {
  readonly groups: readonly RunGroup[];
  /** Who counted what, and what is not in the groups. */
  readonly sentence: string;
  /** Of the loaded rows, those whose metadata was not asked for. */
  readonly unasked: number;
  readonly isAsking: boolean;
}

export function useGroups(
  api: Api,
  screen: RunsScreen,
  { rows, window }: RunPages,
  by: StatsAttribute,
): Groups {
  const isWanted = window !== undefined && isCountable(screen);
  const query = statsQueryOf(screen, runQueryOf(screen, window ?? {}));
  const { data, error, isFetching } = useQuery({
    ...groupStatsOptions(api, query, by, MOST_GROUPS),
    enabled: isWanted,
    staleTime: Infinity,
  });
  const total = useRunStats(api, screen, isWanted ? window : undefined).data?.runCount;
  const isSubtree = useIsSubtree(api, screen);
  const loaded = useMemo(() => groupRuns(rows, by, isSubtree), [rows, by, isSubtree]);
  const groups = useMemo(() => {
    const runs = rows.map(({ run }) => run);
    return data ? fromServer(data, runs, by) : loaded.groups;
  }, [data, rows, by, loaded]);
  const isServer = screen.deployment.kind === 'server';
  const { view } = screen;
  if (data) {
    const isCut = data.length >= MOST_GROUPS;
    const sum = data.reduce((before, { stats }) => before + (stats.runCount ?? 0), 0);
    // A run may have several tags, and what is beyond the largest groups is not known.
    const without = total === undefined || isCut || by.kind === 'tag' ? 0 : Math.max(0, total - sum);
    const most = isCut ? MOST_GROUPS : undefined;
    const sentence = groupsSentence({ kind: 'all', isServer, view, without, most });
    return { groups, sentence, unasked: 0, isAsking: false };
  }
  const { without, unasked } = loaded;
  const state = isFetching ? ' Counting over all matches…' : error ? ` ${error.message}` : '';
  const sentence = groupsSentence({ kind: 'loaded', rowCount: rows.length, view, without });
  return { groups, sentence: `${sentence}${state}`, unasked, isAsking: isFetching };
}
