import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Api } from '../../contract/api.ts';
import type { Project } from '../../contract/run.ts';
import type { WindowChoice } from '../../url/screens.ts';
import { windowAt } from '../../url/window.ts';
import { useSettled } from './use-settled.ts';

const PAGE_SIZE = 100;

export interface Projects {
  readonly projects: readonly Project[];
  readonly phase: 'loading' | 'failed' | 'ready';
  readonly error: Error | undefined;
  readonly hasMore: boolean;
  readonly isFetching: boolean;
  readonly loadMore: () => void;
  readonly retry: () => void;
}

/**
 * Projects with statistics over the window of the screen. As long as all of them fit a page the caller
 * can search them by itself; beyond that the server is asked for names.
 */
export function useProjects(api: Api, window: WindowChoice, search: string): Projects {
  const name = useSettled(search.trim(), 250);
  const all = useProjectPages(api, window, '', true);
  const isSearchedByServer = name !== '' && all.hasNextPage;
  const found = useProjectPages(api, window, name, isSearchedByServer);
  const result = isSearchedByServer ? found : all;
  const projects = useMemo(() => result.data?.pages.flat() ?? [], [result.data]);
  return {
    projects,
    phase: result.data ? 'ready' : result.isError ? 'failed' : 'loading',
    error: result.error ?? undefined,
    hasMore: result.hasNextPage,
    isFetching: result.isFetching,
    loadMore: () => void result.fetchNextPage(),
    retry: () => void result.refetch(),
  };
}

function useProjectPages(api: Api, window: WindowChoice, nameContains: string, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: [api.connectionId, 'project-list', window, nameContains],
    enabled,
    initialPageParam: 0,
    queryFn: ({ pageParam, signal }): Promise<readonly Project[]> =>
      api.listProjects(
        {
          includeStats: true,
          // The server's own default is not documented (UNKNOWNS U29); this one is on the screen.
          statsSince: windowAt(window, Date.now()).from,
          offset: pageParam,
          limit: PAGE_SIZE,
          ...(nameContains === '' ? {} : { nameContains }),
        },
        signal,
      ),
    getNextPageParam: (last, _pages, offset) => (last.length < PAGE_SIZE ? undefined : offset + PAGE_SIZE),
    placeholderData: keepPreviousData,
  });
}
