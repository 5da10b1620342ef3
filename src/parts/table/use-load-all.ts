import { useEffect, useState } from 'react';

/** What a page of the browser holds with ease; beyond it a download is the better way. */
export const MOST_ROWS = 100_000;

interface Loading {
  readonly listId: string;
  readonly rowCount: number;
  readonly hasMore: boolean;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly loadMore: () => void;
}

/** Page after page, as fast as the rate limit allows, until the end, a fault, or somebody's word. */
export function useLoadAll(loading: Loading): readonly [boolean, (isWanted: boolean) => void] {
  const { listId, rowCount, hasMore, error, isFetching, loadMore } = loading;
  const [wantedFor, setWantedFor] = useState<string>();
  const isAll = wantedFor === listId && hasMore && !error && rowCount < MOST_ROWS;
  // The outside system is the server, which gives one page at a time.
  useEffect(() => {
    if (isAll && !isFetching) loadMore();
  }, [isAll, isFetching, loadMore]);
  return [isAll, (isWanted: boolean) => setWantedFor(isWanted ? listId : undefined)] as const;
}
