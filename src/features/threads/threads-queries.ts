import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Api, TimeWindow } from '../../contract/api.ts';
import type { Run, Trace } from '../../contract/run.ts';

const shared = { retry: false, refetchOnWindowFocus: false } as const;

interface ThreadQuestion {
  readonly projectId: string;
  readonly window: TimeWindow;
  readonly filter: string;
}

export const threadPagesOptions = (api: Api, question: ThreadQuestion) =>
  infiniteQueryOptions({
    ...shared,
    queryKey: [api.connectionId, 'threads', question],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const { projectId, window, filter } = question;
      const query = { projectIds: [projectId], window, ...(filter === '' ? {} : { filter }) };
      return api.queryThreads(projectId, query, { pageSize: 100, cursor: pageParam }, signal);
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Ids of users, as programs write them. */
const USER_KEYS = ['user_id', 'userId', 'user', 'ls_user_id'];
/** Threads asked about together: their names stand in one filter. */
export const USERS_BATCH = 50;

/** Users by thread, from the newest hundred root runs of these threads, not more than `USERS_BATCH`. */
export const threadUsersOptions = (
  api: Api,
  projectId: string,
  window: TimeWindow,
  threadIds: readonly string[],
) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'thread-users', projectId, window, threadIds],
    enabled: threadIds.length > 0,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<Readonly<Record<string, readonly string[]>>> => {
      const each = threadIds.map((id) => `eq(thread_id, ${JSON.stringify(id)})`);
      const filter = each.length === 1 ? each[0]! : `or(${each.join(', ')})`;
      const query = { projectIds: [projectId], window, isRoot: true, filter };
      const page = await api.queryRuns(query, { pageSize: 100 }, { previews: false, metadata: true }, signal);
      return usersOf(page.rows);
    },
  });

function usersOf(runs: readonly Run[]): Readonly<Record<string, readonly string[]>> {
  const users = new Map<string, Set<string>>();
  for (const { threadId, metadata } of runs) {
    const user = USER_KEYS.map((key) => metadata?.[key]).find(
      (value) => value !== undefined && value !== null,
    );
    if (threadId === undefined || user === undefined) continue;
    const text = typeof user === 'string' ? user : JSON.stringify(user);
    users.set(threadId, (users.get(threadId) ?? new Set()).add(text));
  }
  return Object.fromEntries([...users].map(([id, names]) => [id, [...names]]));
}

/** The root run, with what its whole trace took (UNKNOWNS U34). */
const asTurn = ({ root, totalTokens, totalCost }: Trace): Run => ({
  ...root,
  totalTokens: totalTokens ?? root.totalTokens,
  totalCost: totalCost ?? root.totalCost,
});

/** Turns come newest first, a hundred at a time. */
export const turnPagesOptions = (api: Api, projectId: string, threadId: string) =>
  infiniteQueryOptions({
    ...shared,
    queryKey: [api.connectionId, 'turns', projectId, threadId],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      const filter = `eq(thread_id, ${JSON.stringify(threadId)})`;
      const query = { projectIds: [projectId], window: {}, filter };
      const select = { previews: true, metadata: false };
      const page = await api.queryTraces(query, { pageSize: 100, cursor: pageParam }, select, signal);
      return { ...page, rows: page.rows.map(asTurn) };
    },
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Turns whose texts are asked for together. */
export const BATCH = 25;

/** Batches are fixed pieces of the list, so that two neighbours share one request. */
export const payloadsOptions = (api: Api, projectId: string, ids: readonly string[]) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'turn-payloads', projectId, ids],
    queryFn: async ({ signal }) =>
      new Map((await api.runPayloads(ids, projectId, signal)).map((payload) => [payload.id, payload])),
    staleTime: Infinity,
    enabled: ids.length > 0,
  });
