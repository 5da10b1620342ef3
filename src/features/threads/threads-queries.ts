import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Api, ThreadSummary, TimeWindow } from '../../contract/api.ts';
import type { Run, Trace } from '../../contract/run.ts';
import type { WindowChoice } from '../../url/screens.ts';
import { windowAt } from '../../url/window.ts';
import { type AskedThread, lookForUsers } from './thread-users.ts';

const shared = { retry: false, refetchOnWindowFocus: false } as const;

interface ThreadQuestion {
  readonly projectId: string;
  readonly window: WindowChoice;
  readonly filter: string;
}

interface Cursor {
  readonly cursor: string;
  /** Resolved once per list: bounds that moved between two pages would lose or repeat threads. */
  readonly window: TimeWindow;
}

/** Milliseconds for which who comes back from a conversation finds the list as it was left. */
const FRESH = 60_000;
/** Where root runs are grouped here, a list costs tens of requests. */
const FRESH_IF_GROUPED = 600_000;

export const threadPagesOptions = (api: Api, question: ThreadQuestion) =>
  infiniteQueryOptions({
    ...shared,
    queryKey: [api.connectionId, 'threads', question],
    initialPageParam: undefined as Cursor | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const { projectId, filter } = question;
      const window = pageParam?.window ?? windowAt(question.window, Date.now());
      const query = { projectIds: [projectId], window, ...(filter === '' ? {} : { filter }) };
      const page = { pageSize: 100, cursor: pageParam?.cursor };
      return { ...(await api.queryThreads(projectId, query, page, signal)), window };
    },
    getNextPageParam: ({ nextCursor, window }) =>
      nextCursor === undefined ? undefined : { cursor: nextCursor, window },
    staleTime: ({ state }) =>
      state.data?.pages.some(({ notices }) => notices.some(({ id }) => id === 'grouped-here'))
        ? FRESH_IF_GROUPED
        : FRESH,
  });

/** Whether there is such a project at all. */
export const projectOptions = (api: Api, projectId: string) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'thread-project', projectId],
    queryFn: ({ signal }) => api.getProject(projectId, undefined, signal),
  });

/** Threads asked about together: their names stand in one filter. */
export const USERS_BATCH = 50;

/** Root runs at once; v1 gives a hundred. */
const ROOTS = 500;

export const askedThread = ({ threadId, turns, isPartial }: ThreadSummary): AskedThread => ({
  threadId,
  turns: isPartial ? undefined : turns,
});

export const threadUsersOptions = (
  api: Api,
  projectId: string,
  window: TimeWindow,
  threads: readonly AskedThread[],
) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'thread-users', projectId, window, threads],
    enabled: threads.length > 0,
    staleTime: Infinity,
    queryFn: ({ signal }) =>
      lookForUsers((threadIds, cursor) => {
        const query = { projectIds: [projectId], window, isRoot: true, threadIds };
        return api.queryRuns(query, { pageSize: ROOTS, cursor }, { previews: false, metadata: true }, signal);
      }, threads),
  });

/** The root run, with what its whole trace took (UNKNOWNS U34). */
const asTurn = ({ root, totalTokens, totalCost }: Trace): Run => ({
  ...root,
  totalTokens: totalTokens ?? root.totalTokens,
  totalCost: totalCost ?? root.totalCost,
});

/** Turns at once; v1 gives a hundred. */
const TURNS = 500;

/** Turns come newest first. */
export const turnPagesOptions = (api: Api, projectId: string, threadId: string) =>
  infiniteQueryOptions({
    ...shared,
    queryKey: [api.connectionId, 'turns', projectId, threadId],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const query = { projectIds: [projectId], window: {}, threadIds: [threadId] };
      const select = { previews: true, metadata: false };
      const page = await api.queryTraces(query, { pageSize: TURNS, cursor: pageParam }, select, signal);
      return { ...page, rows: page.rows.map(asTurn) };
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** How many turns a thread has. */
export const turnCountOptions = (api: Api, projectId: string, threadId: string) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'turn-count', projectId, threadId],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const query = { projectIds: [projectId], window: {}, isRoot: true, threadIds: [threadId] };
      // Null: an answer without the number is an answer.
      return (await api.runStats(query, signal)).runCount ?? null;
    },
  });

/** Of one of turn-batches.ts, so that neighbours share one request. */
export const payloadsOptions = (api: Api, projectId: string, ids: readonly string[]) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'turn-payloads', projectId, ids],
    queryFn: async ({ signal }) =>
      new Map((await api.runPayloads(ids, projectId, signal)).map((payload) => [payload.id, payload])),
    staleTime: Infinity,
    enabled: ids.length > 0,
  });
