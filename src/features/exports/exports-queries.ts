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

/** Milliseconds between looks, by the age of the work: short at first, then calmer. A hidden tab does not look. */
const PACE = [
  { until: 20_000, pace: 2000 },
  { until: 60_000, pace: 4000 },
  { until: 5 * 60_000, pace: 10_000 },
] as const;
const CALM = 30_000;

/** Schedules wait for hours; their exports are welcome within a minute. */
const SCHEDULE_PACE = 60_000;

/** The clock of the server may be another: then looks are short or calm, and never stop. */
function paceOf(createdAt: number | undefined): number {
  const age = Date.now() - (createdAt ?? 0);
  return PACE.find(({ until }) => age < until)?.pace ?? CALM;
}

export const exportsOptions = (api: Api) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'bulk-exports'],
    queryFn: ({ signal }) => api.bulkExports.listExports(signal),
    refetchInterval: ({ state }) => {
      const atWork = state.data?.filter(isAtWork) ?? [];
      if (atWork.length > 0) return Math.min(...atWork.map(({ createdAt }) => paceOf(createdAt)));
      return state.data?.some(isSchedule) ? SCHEDULE_PACE : false;
    },
  });

export const exportOptions = (api: Api, id: string) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'bulk-exports', id],
    queryFn: ({ signal }) => api.bulkExports.getExport(id, signal),
    refetchInterval: ({ state: { data } }) => {
      if (data && isSchedule(data)) return SCHEDULE_PACE;
      return !data || isAtWork(data) ? paceOf(data?.createdAt) : false;
    },
  });

/** Asked as long as the export is at work, and once after it has ended. A schedule has no runs of its own. */
export const exportRunsOptions = (api: Api, id: string, one: BulkExport | undefined) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'bulk-exports', id, 'runs', one?.status],
    queryFn: ({ signal }) => api.bulkExports.exportRuns(id, signal),
    enabled: !one || !isSchedule(one),
    refetchInterval: () => (!one || isAtWork(one) ? paceOf(one?.createdAt) : false),
    placeholderData: (before) => before,
  });

/** Names of projects by id: the newest hundred, and those of `wanted` that are not among them. */
export const projectNamesOptions = (api: Api, wanted: readonly string[] = []) =>
  queryOptions({
    ...shared,
    queryKey: [api.connectionId, 'project-names', wanted],
    queryFn: async ({ signal }) => {
      const projects = await api.listProjects({ includeStats: false, offset: 0, limit: 100 }, signal);
      const names: Record<string, string> = Object.fromEntries(projects.map(({ id, name }) => [id, name]));
      for (const id of wanted.filter((each) => !(each in names)).slice(0, MOST_LOOKED_UP)) {
        // A project that was deleted keeps its id for a name.
        const found = await api.getProject(id, undefined, signal).catch(() => undefined);
        if (found) names[id] = found.name;
      }
      return names;
    },
    staleTime: 300_000,
    placeholderData: (before) => before,
  });

/** One request each. */
const MOST_LOOKED_UP = 20;

export const forgetExports = (client: QueryClient, api: Api) =>
  client.invalidateQueries({ queryKey: [api.connectionId, 'bulk-exports'] });
