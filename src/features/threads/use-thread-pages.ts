import { useInfiniteQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { Api, ThreadSummary, TimeWindow } from '../../contract/api.ts';
import type { ThreadsScreen } from '../../url/screens.ts';
import { threadPagesOptions } from './threads-queries.ts';

/** The threads of one question, as far as they are loaded. */
export function useThreadPages(api: Api, projectId: string, screen: ThreadsScreen) {
  const { window, filter } = screen;
  const question = useMemo(() => ({ projectId, window, filter }), [projectId, window, filter]);
  const pages = useInfiniteQuery(threadPagesOptions(api, question));
  const threads = useMemo(() => joined(pages.data?.pages.flatMap(({ rows }) => rows) ?? []), [pages.data]);
  const notices = useMemo(() => {
    const all = pages.data?.pages.flatMap((page) => page.notices) ?? [];
    return all.filter(({ id }, index) => all.findIndex((one) => one.id === id) === index);
  }, [pages.data]);
  const { fetchNextPage, hasNextPage, isFetching } = pages;
  const loadMore = useCallback(() => {
    if (hasNextPage && !isFetching) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetching]);
  return {
    listId: JSON.stringify([api.connectionId, 'threads', question]),
    /** Bounds that the threads were asked with. */
    window: pages.data?.pages[0]?.window ?? NO_BOUNDS,
    threads,
    notices,
    loadMore,
    refetch: pages.refetch,
    hasMore: hasNextPage,
    error: pages.error,
    isPending: pages.isPending,
    isFetching,
    isFetchingMore: pages.isFetchingNextPage,
  };
}

const NO_BOUNDS: TimeWindow = {};

export type ThreadPages = ReturnType<typeof useThreadPages>;

/** A thread that had a new turn while pages were read must not stand there twice. */
function joined(rows: readonly ThreadSummary[]): readonly ThreadSummary[] {
  return [...new Map(rows.map((row) => [row.threadId, row])).values()];
}
