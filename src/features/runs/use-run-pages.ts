import { useInfiniteQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useRef } from 'react';
import type { Api, ListSelection, Notice, RunQuery, TimeWindow } from '../../contract/api.ts';
import type { RunsScreen, WindowChoice } from '../../url/screens.ts';
import { windowAt } from '../../url/window.ts';
import { countAgain } from './count-again.ts';
import { forgetFollowed } from './live-tail/followed.ts';
import { both, missingFrom } from './page-details.ts';
import { runQueryOf } from './run-query.ts';
import { runList } from './run-list.ts';
import { type Fill, useFill } from './use-fill.ts';
import { rowOfRun, rowOfTrace, type RunRow } from './run-row.ts';

/** v1 gives no more; v2 would, but the first screen is what people wait for. */
const PAGE_SIZE = 100;
/** Empty pages that may follow each other before the person is asked whether to go on. */
const EMPTY_PAGES = 5;

interface Cursor {
  readonly cursor: string;
  /** Resolved once per list: bounds that moved between two pages would lose or repeat rows. */
  readonly window: TimeWindow;
}

interface RowPage {
  readonly rows: readonly RunRow[];
  readonly window: TimeWindow;
  /** When it was asked, epoch milliseconds. */
  readonly readAt: number;
  readonly nextCursor: string | undefined;
  readonly notices: readonly Notice[];
  readonly selection: ListSelection;
  /** As it was asked for. */
  readonly pageSize: number;
}

export interface RunPages {
  /** Names the list itself, whatever is loaded of it. */
  readonly listId: string;
  readonly rows: readonly RunRow[];
  readonly phase: 'loading' | 'failed' | 'ready';
  /** Why the first page or the next one did not come. */
  readonly error: Error | undefined;
  readonly isFetchingMore: boolean;
  readonly isFetching: boolean;
  /** Rows of the previous question, shown while the answer to this one is under way. */
  readonly isPrevious: boolean;
  readonly hasMore: boolean;
  /** Nothing found yet although several pages were read; going on is the person's choice. */
  readonly isSearchPaused: boolean;
  readonly stoppedAt: number | undefined;
  readonly notices: readonly Notice[];
  /** Bounds that the rows were asked with; undefined until the first page of this very question is here. */
  readonly window: TimeWindow | undefined;
  /** Epoch milliseconds of the answer. */
  readonly loadedAt: number;
  /** When the first page was asked: another time means that the list was read again from its start. */
  readonly readAt: number;
  /** `pageSize`: as many at a time as the server gives at most; by default a screen or two. */
  readonly loadMore: (pageSize?: number) => void;
  readonly refresh: () => void;
  /** What loaded rows lack of the shown columns; undefined: nothing. */
  readonly fill: Fill | undefined;
}

/** `isSendable` false keeps what is there: a filter with errors is not asked of anybody. */
export function useRunPages(
  api: Api,
  screen: RunsScreen,
  selection: ListSelection,
  isSendable: boolean,
): RunPages {
  const queryKey = useRunPagesKey(api, screen);
  const client = useQueryClient();
  const listId = useMemo(() => JSON.stringify(queryKey), [queryKey]);
  const { limit } = screen.args;
  // How many to ask for is no part of the question: the same list comes in larger pieces.
  const size = useRef(PAGE_SIZE);
  const result = useInfiniteQuery({
    queryKey,
    enabled: isSendable && screen.projects.length > 0,
    initialPageParam: undefined as Cursor | undefined,
    queryFn: ({ pageParam, signal }) => readPage(api, screen, selection, pageParam, size.current, signal),
    getNextPageParam: nextCursor,
    placeholderData: (previous, previousQuery) =>
      previousQuery && isSameList(previousQuery.queryKey, queryKey) ? previous : undefined,
    staleTime: Infinity,
    // The client below repeats what is worth repeating; a second layer would only delay the answer.
    retry: false,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const { data, fetchNextPage, refetch, hasNextPage, isFetching, isError } = result;

  const fill = useFill({
    queryKey,
    data: result.isPlaceholderData ? undefined : data,
    selection,
    isBusy: isFetching,
    read: (page, before, signal) =>
      readDetails(api, screen, both(page.selection, selection), page, before && nextCursor(before), signal),
  });

  const list = useMemo(() => runList(data?.pages ?? [], hasNextPage, limit), [data, hasNextPage, limit]);
  const { rows, hasMore, emptyPages } = list;

  const loadMore = useCallback(
    (pageSize = PAGE_SIZE) => {
      size.current = pageSize;
      if (hasMore && !isFetching) void fetchNextPage();
    },
    [hasMore, isFetching, fetchNextPage],
  );

  const mustGoOn = emptyPages > 0 && emptyPages < EMPTY_PAGES && !isError;
  // The outside system is the server, which may answer short or empty pages and still have rows (CONTRACT §7).
  useEffect(() => {
    if (mustGoOn) loadMore();
  }, [mustGoOn, loadMore]);

  const refresh = useCallback(() => {
    // Reading again begins with the first page: cursors of the old list belong to the old window.
    client.setQueryData<InfiniteData<RowPage, Cursor | undefined>>(queryKey, firstPageOnly);
    void refetch().then((answer) => {
      if (!answer.isError) forgetFollowed(client, api.connectionId, listId);
    });
    countAgain(client, api.connectionId);
  }, [api, client, listId, queryKey, refetch]);

  return {
    listId,
    rows,
    phase: data ? 'ready' : isError ? 'failed' : 'loading',
    error: result.error ?? undefined,
    isFetchingMore: result.isFetchingNextPage,
    isFetching,
    isPrevious: result.isPlaceholderData,
    hasMore,
    isSearchPaused: emptyPages >= EMPTY_PAGES && hasMore,
    stoppedAt: list.stoppedAt,
    notices: useMemo(() => distinctNotices(data?.pages ?? []), [data]),
    window: result.isPlaceholderData ? undefined : data?.pages[0]?.window,
    loadedAt: result.dataUpdatedAt,
    readAt: data?.pages[0]?.readAt ?? 0,
    loadMore,
    refresh,
    fill,
  };
}

type RunPagesKey = readonly [string, 'run-pages', RunsScreen['view'], RunQuery, WindowChoice];

function useRunPagesKey(api: Api, screen: RunsScreen): RunPagesKey {
  const { view, window } = screen;
  const query = useMemo(() => runQueryOf(screen, {}), [screen]);
  return useMemo(() => [api.connectionId, 'run-pages', view, query, window], [api, view, window, query]);
}

/** Rows of another connection, view or project would mislead while they wait to be replaced. */
const isSameList = (before: RunPagesKey, now: RunPagesKey) =>
  before[0] === now[0] && before[2] === now[2] && before[3].projectIds.join() === now[3].projectIds.join();

async function readPage(
  api: Api,
  screen: RunsScreen,
  selection: ListSelection,
  from: Cursor | undefined,
  pageSize: number,
  signal: AbortSignal,
): Promise<RowPage> {
  const readAt = Date.now();
  const window = from?.window ?? windowAt(screen.window, readAt);
  const size = Math.min(pageSize, screen.args.limit ?? pageSize);
  const page = { cursor: from?.cursor, pageSize: size };
  const { nextCursor: next, ...answer } = await readRows(api, screen, window, page, selection, signal);
  return { ...answer, nextCursor: next, window, readAt, selection, pageSize: size };
}

/** The rows of a page that was read before. What came since may push some out of it: those are asked for by id. */
async function readDetails(
  api: Api,
  screen: RunsScreen,
  selection: ListSelection,
  page: RowPage,
  from: Cursor | undefined,
  signal: AbortSignal,
) {
  const at = { cursor: from?.cursor, pageSize: page.pageSize };
  const { rows } = await readRows(api, screen, page.window, at, selection, signal);
  const runIds = missingFrom(page, rows);
  if (runIds.length === 0) return { rows, selection };
  const byId = { ...screen, args: { ...screen.args, runIds, limit: undefined } };
  const rest = await readRows(api, byId, page.window, { pageSize: page.pageSize }, selection, signal);
  return { rows: [...rows, ...rest.rows], selection };
}

async function readRows(
  api: Api,
  screen: RunsScreen,
  window: TimeWindow,
  page: { readonly cursor?: string | undefined; readonly pageSize: number },
  selection: ListSelection,
  signal: AbortSignal,
) {
  const query = runQueryOf(screen, window);
  if (screen.view === 'traces') {
    const answer = await api.queryTraces(query, page, selection, signal);
    return { ...answer, rows: answer.rows.map(rowOfTrace) };
  }
  const answer = await api.queryRuns(query, page, selection, signal);
  return { ...answer, rows: answer.rows.map(rowOfRun) };
}

const nextCursor = (last: RowPage): Cursor | undefined =>
  last.nextCursor === undefined ? undefined : { cursor: last.nextCursor, window: last.window };

const firstPageOnly = (data: InfiniteData<RowPage, Cursor | undefined> | undefined) =>
  data && { pages: data.pages.slice(0, 1), pageParams: data.pageParams.slice(0, 1) };

function distinctNotices(pages: readonly RowPage[]): readonly Notice[] {
  const byId = new Map(pages.flatMap((page) => page.notices.map((notice) => [notice.id, notice] as const)));
  return [...byId.values()];
}
