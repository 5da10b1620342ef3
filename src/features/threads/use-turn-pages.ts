import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Api } from '../../contract/api.ts';
import type { Run } from '../../contract/run.ts';
import { turnCountOptions, turnPagesOptions } from './threads-queries.ts';

/** Turns that are read without being asked for; more when the link names one that is not among them. */
const AT_ONCE = 1000;
const IN_SEARCH = 5000;
/** Turns of one document. */
const MOST = 10_000;

interface AllTurns {
  readonly turns: readonly Run[];
  readonly hasOlder: boolean;
}

/** The turns of a thread, oldest first. A conversation is read from its beginning, and the server gives its end first. */
export function useTurnPages(api: Api, projectId: string, threadId: string, wanted: string | undefined) {
  const pages = useInfiniteQuery(turnPagesOptions(api, projectId, threadId));
  const { hasNextPage, isFetching, fetchNextPage, error, data } = pages;
  const [isHurried, setHurried] = useState(false);
  const turns = useMemo(() => oldestFirst(data?.pages ?? []), [data]);
  const isFound = wanted === undefined || turns.some(({ traceId }) => traceId === wanted);
  const isReading =
    hasNextPage && !error && (isFound ? !isHurried && turns.length < AT_ONCE : turns.length < IN_SEARCH);
  useEffect(() => {
    if (isReading && !isFetching) void fetchNextPage();
  }, [isReading, isFetching, fetchNextPage]);
  // Asked for while pages are read, so that the turns have their numbers when they are shown.
  const count = useQuery({ ...turnCountOptions(api, projectId, threadId), enabled: hasNextPage }).data;
  const total = hasNextPage ? (count ? Math.max(count, turns.length + 1) : undefined) : turns.length;

  const readAll = useCallback(async (): Promise<AllTurns> => {
    let all: AllTurns = { turns, hasOlder: hasNextPage };
    while (all.hasOlder && all.turns.length < MOST) {
      // oxlint-disable-next-line no-await-in-loop -- the cursor of a page is in the one before
      const next = await fetchNextPage();
      if (next.error) throw next.error;
      all = { turns: oldestFirst(next.data?.pages ?? []), hasOlder: next.hasNextPage };
    }
    return all;
  }, [turns, hasNextPage, fetchNextPage]);

  return {
    turns,
    /** Of the whole thread; undefined = the server did not say. */
    total,
    hasOlder: hasNextPage,
    isReading,
    isFetching,
    isPending: pages.isPending,
    error,
    /** The turn of the link is not here. */
    isMissing: !isFound && !isReading && !pages.isPending,
    hurry: () => setHurried(true),
    loadOlder: () => void fetchNextPage(),
    readAll,
    refetch: pages.refetch,
  };
}

export type TurnPages = ReturnType<typeof useTurnPages>;

const oldestFirst = (pages: readonly { readonly rows: readonly Run[] }[]) =>
  pages.flatMap(({ rows }) => rows).toSorted((a, b) => a.startTime - b.startTime);
