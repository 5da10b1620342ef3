/**
 * Questions that several screens ask, as TanStack Query options; those of one screen live in its feature.
 * Every key begins with the connection's id, which is no secret; `[connectionId]` alone therefore names
 * all that a connection ever answered. No retries here: the client below has its own, and shows them.
 */
import { queryOptions } from '@tanstack/react-query';
import type { Api, RunQuery, StatsAttribute, TimeWindow } from '../contract/api.ts';

const SECOND = 1000;

const shared = { retry: false, refetchOnWindowFocus: false } as const;

/** Decided once per connection. */
export const infoOptions = (api: Api) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'info'],
    queryFn: ({ signal }) => api.info(signal),
    staleTime: Infinity,
  });

/** Values for completion: old ones are good enough for a while. The window's end does not count. */
export const projectMetadataOptions = (api: Api, projectId: string, window: TimeWindow) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'project-metadata', projectId, window.from],
    queryFn: ({ signal }) => api.projectMetadata(projectId, window, signal),
    staleTime: 300 * SECOND,
  });

export const runStatsOptions = (api: Api, query: RunQuery) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'run-stats', query],
    queryFn: ({ signal }) => api.runStats(query, signal),
    staleTime: 30 * SECOND,
  });

/** Counts by one attribute; the groups beyond `maxGroups` are not told. */
export const groupStatsOptions = (api: Api, query: RunQuery, by: StatsAttribute, maxGroups: number) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'group-stats', query, by, maxGroups],
    queryFn: ({ signal }) => api.groupStats(query, by, maxGroups, signal),
    staleTime: 30 * SECOND,
  });
