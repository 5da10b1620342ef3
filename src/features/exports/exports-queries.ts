import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Api } from '../../contract/api.ts';
import type { BulkExport } from '../../contract/bulk-export.ts';
import { isOver } from './plan/export-progress.ts';

const shared = { retry: false } as const;

export const destinationsOptions = (api: Api) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'destinations'],
    queryFn: ({ signal }) => api.bulkExports.listDestinations(signal),
    staleTime: 30_000,
  });

const isSchedule = ({ status }: BulkExport) => /^interval_?scheduled$/i.test(status);

const isAtWork = (one: BulkExport) => !isOver(one.status) && !isSchedule(one);

/** Seconds between looks: short at first, then calmer. A hidden tab does not look at all. */
const PACE = [2, 3, 5, 8, 15, 30];

/** Schedules wait for hours; their exports are welcome within a minute. */
const SCHEDULE_PACE = 60_000;

const paceAfter = (looks: number): number => PACE[Math.min(looks, PACE.length - 1)]! * 1000;

export const exportsOptions = (api: Api) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'bulk-exports'],
    queryFn: ({ signal }) => api.bulkExports.listExports(signal),
    refetchInterval: ({ state }) => {
      if (state.data?.some(isAtWork)) return paceAfter(state.dataUpdateCount);
      return state.data?.some(isSchedule) ? SCHEDULE_PACE : false;
    },
  });

export const exportOptions = (api: Api, id: string) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'bulk-exports', id],
    queryFn: ({ signal }) => api.bulkExports.getExport(id, signal),
    refetchInterval: ({ state }) =>
      !state.data || isAtWork(state.data) ? paceAfter(state.dataUpdateCount) : false,
  });

/** Asked as long as the export is at work, and once after it has ended. */
export const exportRunsOptions = (api: Api, id: string, status: string | undefined) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'bulk-exports', id, 'runs', status],
    queryFn: ({ signal }) => api.bulkExports.exportRuns(id, signal),
    refetchInterval: ({ state }) =>
      status === undefined || !isOver(status) ? paceAfter(state.dataUpdateCount) : false,
    placeholderData: (before) => before,
  });

/** The names of projects, for ids. */
export const projectNamesOptions = (api: Api) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'project-names'],
    queryFn: async ({ signal }) => {
      const projects = await api.listProjects({ includeStats: false, offset: 0, limit: 100 }, signal);
      return Object.fromEntries(projects.map(({ id, name }) => [id, name]));
    },
    staleTime: 300_000,
  });

export const forgetExports = (client: QueryClient, api: Api) =>
  client.invalidateQueries({ queryKey: [api.connectionId, 'bulk-exports'] });
