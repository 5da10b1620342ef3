/**
 * The API client: everything contract/api.ts promises, over any Fetch. It never learns who answers.
 *
 * Which generation is spoken is found out with the first question and then kept, so that no cursor of one
 * ever meets the other.
 */
import type { Api, Generation, ServerInfo } from '../contract/api.ts';
import type { Fetch } from '../contract/fetch.ts';
import type { V2Prefix } from '../contract/paths.ts';
import { askByThread } from './by-thread.ts';
import { readAttachment } from './attachment.ts';
import { batchesOf } from './batches.ts';
import { createCaller, type RetryEvent } from './caller.ts';
import { systemClock, type Clock } from './clock.ts';
import { listFeedback } from './feedback.ts';
import { findRun } from './find-run.ts';
import { bulkExportsApi } from './bulk-exports.ts';
import { decideGeneration, type Decision } from './generation.ts';
import { getProject, listProjects, metadataOf } from './projects.ts';
import { raceAbort } from './race-abort.ts';
import { runsPaceOf, statsPaceOf } from './limit-rules.ts';
import { createRateBudget, type RateBudget } from './rate-budget.ts';
import { createServer } from './server.ts';
import { groupStats, runStats, validateFilter } from './stats.ts';
import { v1QueryThreads } from './threads-v1.ts';
import { v2QueryThreads } from './threads-v2.ts';
import { v1FullRuns, v1QueryRuns, v1QueryTraces, v1RunPayloads, v1TraceRuns } from './v1-runs.ts';
import { v2FullRuns, v2QueryRuns, v2RunPayloads } from './v2-runs.ts';
import { v2TraceRuns } from './v2-trace-runs.ts';
import { v2QueryTraces } from './v2-traces.ts';
import { viewsApi } from './views.ts';

type ApiEvent = RetryEvent | { readonly kind: 'generation'; readonly info: ServerInfo };

export interface ApiOptions {
  readonly connectionId: string;
  readonly baseUrl: string;
  readonly fetch: Fetch;
  /** For files of other origins; without it they can only be opened as links. Must not know any key. */
  readonly outsideFetch?: Fetch;
  /** Share one per connection, to show its state; otherwise the client makes its own. */
  readonly budget?: RateBudget;
  /** Leave out to have it found out. */
  readonly generation?: Generation;
  readonly onEvent?: (event: ApiEvent) => void;
  readonly clock?: Clock;
  /** In [0, 1); spreads retries. */
  readonly random?: () => number;
}

/** UNKNOWNS U20: the limit of the server is unknown, this one is safe. */
const IDS_PER_QUESTION = 100;

/** One decision for everybody; a failed one is taken again by the next question. */
function decideOnce(options: ApiOptions, decide: () => Promise<Decision>) {
  let made: Promise<Decision> | undefined;
  return (signal?: AbortSignal): Promise<Decision> => {
    made ??= decide().then(
      (decision) => {
        options.onEvent?.({ kind: 'generation', info: decision.info });
        return decision;
      },
      (error: unknown) => {
        made = undefined;
        throw error;
      },
    );
    return raceAbort(made, signal);
  };
}

export function createApi(options: ApiOptions): Api {
  const { baseUrl, fetch, clock = systemClock, random = Math.random } = options;
  const budget = options.budget ?? createRateBudget({ baseUrl, clock });
  const call = createCaller({ baseUrl, fetch, budget, clock, random, onEvent: options.onEvent });
  let v2Prefix: V2Prefix = '/api/v2';
  const server = createServer(
    baseUrl,
    call,
    () => clock.now(),
    () => v2Prefix,
  );
  const decision = decideOnce(options, () => decideGeneration(call, baseUrl, options.generation));

  const generation = async (signal?: AbortSignal): Promise<Generation> => {
    const { info, v2Prefix: prefix } = await decision(signal);
    v2Prefix = prefix;
    return info.generation;
  };
  const isV2 = async (signal?: AbortSignal) => (await generation(signal)) === 'v2';

  const api: Api = {
    connectionId: options.connectionId,
    statsPace: statsPaceOf(baseUrl),
    info: async (signal) => (await decision(signal)).info,
    listProjects: (query, signal) => listProjects(server, query, signal),
    getProject: (id, statsSince, signal) => getProject(server, id, statsSince, signal),
    projectMetadata: (id, window, signal) => metadataOf(server, id, window, signal),
    queryRuns: async (query, page, select, signal) => {
      const ask = (await isV2(signal)) ? v2QueryRuns : v1QueryRuns;
      return askByThread(server, query, (asked) => ask(server, asked, page, select, signal));
    },
    queryTraces: async (query, page, select, signal) => {
      const ask = (await isV2(signal)) ? v2QueryTraces : v1QueryTraces;
      return askByThread(server, query, (asked) => ask(server, asked, page, select, signal), 'roots');
    },
    traceRuns: async (traceId, projectId, signal) =>
      ((await isV2(signal)) ? v2TraceRuns : v1TraceRuns)(server, traceId, projectId, signal),
    runPayloads: async (ids, projectId, signal) => {
      const ask = (await isV2(signal))
        ? (batch: readonly string[]) => v2RunPayloads(server, batch, projectId, signal)
        : (batch: readonly string[]) => v1RunPayloads(server, batch, signal);
      return (await Promise.all(batchesOf(ids, IDS_PER_QUESTION).map(ask))).flat();
    },
    fullRuns: async (query, page, fields, signal) => {
      const ask = (await isV2(signal)) ? v2FullRuns : v1FullRuns;
      return askByThread(server, query, (asked) => ask(server, asked, page, fields, signal));
    },
    runsPace: async (query, signal) => runsPaceOf(baseUrl, await generation(signal), query, clock.now()),
    findRun: async (id, signal) => findRun(server, await generation(signal), id, signal),
    runStats: (query, signal) => askByThread(server, query, (asked) => runStats(server, asked, signal)),
    groupStats: (query, by, maxGroups, signal) => groupStats(server, query, by, maxGroups, signal),
    queryThreads: async (projectId, query, page, signal) =>
      ((await isV2(signal)) ? v2QueryThreads : v1QueryThreads)(server, projectId, query, page, signal),
    threadTraces: (threadId, projectId, page, signal) =>
      // Not GET /v2/threads/{id}/traces: its items lack status, tags and feedback.
      api.queryRuns(
        { projectIds: [projectId], window: {}, isRoot: true, threadIds: [threadId] },
        page,
        { previews: true, metadata: false },
        signal,
      ),
    views: viewsApi(server),
    bulkExports: bulkExportsApi(server),
    listFeedback: (query, signal) => listFeedback(server, query, signal),
    validateFilter: (query, signal) => validateFilter(server, query, signal),
    attachment: (address, signal) =>
      readAttachment({ baseUrl, fetch, outsideFetch: options.outsideFetch }, address, signal),
  };
  return api;
}
