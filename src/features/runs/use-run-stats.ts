import { useQuery } from '@tanstack/react-query';
import { runStatsOptions } from '../../api/queries.ts';
import type { Api, TimeWindow } from '../../contract/api.ts';
import type { RunsScreen } from '../../url/screens.ts';
import { runQueryOf, statsQueryOf } from './run-query.ts';

/**
 * Numbers over everything that the question matches, in the very window of the rows. Asked after the
 * first page, so that rows never wait for numbers.
 */
export function useRunStats(api: Api, screen: RunsScreen, window: TimeWindow | undefined) {
  const query = statsQueryOf(screen, runQueryOf(screen, window ?? {}));
  return useQuery({ ...runStatsOptions(api, query), enabled: window !== undefined, staleTime: Infinity });
}
