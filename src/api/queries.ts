/**
 * What screens ask, as TanStack Query options. Every key begins with the connection's id, which is no
 * secret; `[connectionId]` alone therefore names all that a connection ever answered.
 *
 * No retries here: the client below has its own, and shows them. Lists never refetch by themselves,
 * because rows must not move under a reader; asking anew is a person's decision.
 */
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type {
  Api,
  FeedbackQuery,
  ListSelection,
  PageRequest,
  ProjectQuery,
  RunPage,
  RunQuery,
  TimeWindow,
} from '../contract/api.ts';
import type { Run } from '../contract/run.ts';
import { payloadBatch } from './payload-batch.ts';

/** Fits both generations: v1 gives at most 100. */
export const LIST_PAGE_SIZE = 100;

const FRESH_SECONDS = 30_000;
const LIVE_SECONDS = 5000;
const PREVIEWS: ListSelection = { previews: true, metadata: false };

const shared = { retry: false, refetchOnWindowFocus: false } as const;

export const isFinished = (run: Pick<Run, 'status' | 'endTime'>): boolean =>
  run.status !== 'pending' && run.endTime !== undefined;

interface ListOptions {
  readonly select?: ListSelection;
  readonly pageSize?: number;
}

type PageQuestion<Row> = (page: PageRequest, signal: AbortSignal) => Promise<RunPage<Row>>;

function pages<Row>(queryKey: readonly unknown[], pageSize: number, ask: PageQuestion<Row>) {
  return infiniteQueryOptions({
    ...shared,
    queryKey,
    queryFn: ({ pageParam, signal }) => ask({ cursor: pageParam, pageSize }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor,
    staleTime: Infinity,
  });
}

export const infoOptions = (api: Api) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'info'],
    queryFn: ({ signal }) => api.info(signal),
    staleTime: Infinity,
  });

export function runsInfiniteOptions(api: Api, query: RunQuery, options: ListOptions = {}) {
  const { select = PREVIEWS, pageSize = LIST_PAGE_SIZE } = options;
  return pages([api.connectionId, 'runs', query, select, pageSize], pageSize, (page, signal) =>
    api.queryRuns(query, page, select, signal),
  );
}

export function tracesInfiniteOptions(api: Api, query: RunQuery, options: ListOptions = {}) {
  const { select = PREVIEWS, pageSize = LIST_PAGE_SIZE } = options;
  return pages([api.connectionId, 'traces', query, select, pageSize], pageSize, (page, signal) =>
    api.queryTraces(query, page, select, signal),
  );
}

export function threadsInfiniteOptions(api: Api, projectId: string, query: RunQuery, pageSize = 20) {
  return pages([api.connectionId, 'threads', projectId, query, pageSize], pageSize, (page, signal) =>
    api.queryThreads(projectId, query, page, signal),
  );
}

export function threadTracesInfiniteOptions(api: Api, threadId: string, projectId: string) {
  const key = [api.connectionId, 'thread-traces', projectId, threadId];
  return pages(key, LIST_PAGE_SIZE, (page, signal) => api.threadTraces(threadId, projectId, page, signal));
}

/** A trace whose runs have all ended never changes; one that still runs is worth asking again. */
export const traceRunsOptions = (api: Api, traceId: string, projectId: string) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'trace-runs', projectId, traceId],
    queryFn: ({ signal }) => api.traceRuns(traceId, projectId, signal),
    staleTime: ({ state }) => (state.data?.rows.every(isFinished) ? Infinity : LIVE_SECONDS),
  });

/** Payloads asked for in the same moment travel in one request. Data is undefined-free: null = no such run. */
export const runPayloadOptions = (api: Api, run: Pick<Run, 'id' | 'projectId' | 'status' | 'endTime'>) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'run-payload', run.projectId, run.id, isFinished(run)],
    queryFn: async ({ signal }) => (await payloadBatch(api)(run.id, run.projectId, signal)) ?? null,
    staleTime: isFinished(run) ? Infinity : LIVE_SECONDS,
  });

export const findRunOptions = (api: Api, id: string) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'find-run', id],
    queryFn: ({ signal }) => api.findRun(id, signal),
    staleTime: ({ state }) => (state.data && isFinished(state.data) ? Infinity : LIVE_SECONDS),
  });

/** The old list stays on screen while a person types the next letters of a name. */
export const projectsOptions = (api: Api, query: ProjectQuery) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'projects', query],
    queryFn: ({ signal }) => api.listProjects(query, signal),
    staleTime: FRESH_SECONDS,
    placeholderData: keepPreviousData,
  });

export const projectOptions = (api: Api, id: string, statsSince?: number) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'project', id, statsSince],
    queryFn: ({ signal }) => api.getProject(id, statsSince, signal),
    staleTime: FRESH_SECONDS,
  });

export const projectMetadataOptions = (api: Api, projectId: string, window: TimeWindow) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'project-metadata', projectId, window.from],
    queryFn: ({ signal }) => api.projectMetadata(projectId, window, signal),
    staleTime: 10 * FRESH_SECONDS,
  });

export const runStatsOptions = (api: Api, query: RunQuery) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'run-stats', query],
    queryFn: ({ signal }) => api.runStats(query, signal),
    staleTime: FRESH_SECONDS,
  });

export const feedbackOptions = (api: Api, query: FeedbackQuery) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'feedback', query],
    queryFn: ({ signal }) => api.listFeedback(query, signal),
    staleTime: FRESH_SECONDS,
  });

export const filterVerdictOptions = (api: Api, query: RunQuery) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'filter-verdict', query],
    queryFn: ({ signal }) => api.validateFilter(query, signal),
    staleTime: Infinity,
  });
