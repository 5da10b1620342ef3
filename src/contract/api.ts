/**
 * What the rest of the app can ask of a LangSmith server, whatever its generation. `api/` implements
 * it over a Fetch; screens and tests depend on this description only.
 *
 * Every method takes an AbortSignal last, rejects with one of the error classes beside this file
 * (http-error.ts, network-error.ts, …; the abort reason when aborted), and
 * asks with an explicit window and explicit selects (CONTRACT §15).
 */
import type { BulkExports } from './bulk-export.ts';
import type { FilterViews } from './filter-view.ts';
import type { Feedback, Project, FeedbackStat, FullRun, Run, RunPayload, Trace } from './run.ts';

export type Generation = 'v1' | 'v2';

export interface ServerInfo {
  readonly version?: string;
  readonly generation: Generation;
  /** Why this generation was chosen, as a sentence for the person. */
  readonly generationReason: string;
}

/** Half-open interval on start time, epoch milliseconds: from ≤ start < to. Undefined = unbounded. */
export interface TimeWindow {
  readonly from?: number;
  readonly to?: number;
}

/** Everything `list_runs` of the SDKs can ask (CONTRACT §4.4). */
export interface RunQuery {
  readonly projectIds: readonly string[];
  readonly window: TimeWindow;
  readonly filter?: string;
  readonly traceFilter?: string;
  readonly treeFilter?: string;
  /** Natural language; experimental on the server. */
  readonly query?: string;
  readonly runType?: string;
  readonly traceId?: string;
  readonly parentRunId?: string;
  readonly referenceExampleId?: string;
  /** v1 ignores every other filter when set (UNKNOWNS U10). */
  readonly runIds?: readonly string[];
  readonly isRoot?: boolean;
  /** Runs of these threads, whether or not the server knows `thread_id`. Lists of runs and traces, and `runStats`. */
  readonly threadIds?: readonly string[];
  readonly error?: boolean;
  readonly order?: 'asc' | 'desc';
}

export interface RunPage<Row> {
  readonly rows: readonly Row[];
  /** Opaque; undefined when the server has no more. Pages may be short or empty and still have a next one. */
  readonly nextCursor?: string;
  /** Sentences about what this answer silently would not contain: changed clauses, dropped arguments, clamps. */
  readonly notices: readonly Notice[];
}

export interface Notice {
  readonly id: string;
  readonly message: string;
}

export interface PageRequest {
  readonly cursor?: string;
  /** Asked page size; the client clamps it to the server's limit (v1 100, v2 1000). */
  readonly pageSize: number;
}

export interface RunStats {
  readonly runCount?: number;
  readonly latencyP50?: number;
  /** Our engine only; LangSmith gives no more than the median and the 99th percentile. */
  readonly latencyP95?: number;
  readonly latencyP99?: number;
  readonly firstTokenP50?: number;
  readonly firstTokenP99?: number;
  readonly totalTokens?: number;
  readonly promptTokens?: number;
  readonly completionTokens?: number;
  readonly totalCost?: number;
  readonly errorRate?: number;
  readonly streamingRate?: number;
  readonly lastRunStartTime?: number;
  readonly feedback: Readonly<Record<string, FeedbackStat>>;
  readonly facets: readonly Facet[];
}

export interface Facet {
  readonly key: string;
  readonly value: string;
  readonly count: number;
  /** A ready filter, when the server gives one (UNKNOWNS U23). */
  readonly query?: string;
}

/** What `group_by` of the statistics can name (CONTRACT §6). */
export type StatsAttribute =
  | { readonly kind: 'name' | 'run_type' | 'tag' }
  | { readonly kind: 'metadata'; readonly key: string };

/** Numbers of one group. A run with several tags is in several groups. */
export interface StatsGroup {
  readonly value: string;
  readonly stats: RunStats;
}

/** So many questions in so many seconds. */
export interface RequestPace {
  readonly count: number;
  readonly seconds: number;
}

export interface ThreadSummary {
  readonly threadId: string;
  readonly turns: number;
  /** Older turns exist that were not read: all that is said here is of the newest ones. */
  readonly isPartial?: true;
  readonly erroredTurns?: number;
  readonly startTime?: number;
  readonly lastTime?: number;
  readonly totalTokens?: number;
  readonly totalCost?: number;
  readonly latencyP50?: number;
  readonly latencyP99?: number;
  readonly firstInput?: string;
  readonly lastOutput?: string;
  readonly lastError?: string;
  readonly feedback: Readonly<Record<string, FeedbackStat>>;
}

export interface ProjectQuery {
  readonly nameContains?: string;
  readonly name?: string;
  readonly statsSince?: number;
  readonly includeStats: boolean;
  /** Leave experiments out. */
  readonly withoutExperiments?: boolean;
  readonly offset: number;
  readonly limit: number;
}

export interface FeedbackQuery {
  readonly runIds?: readonly string[];
  readonly projectIds?: readonly string[];
  readonly keys?: readonly string[];
}

export interface FilterVerdict {
  readonly valid: boolean;
  readonly errors: readonly { field: string; message: string }[];
}

/** Optional selects of a list; the light fields of a table row are always asked for. */
export interface ListSelection {
  /** Previews of inputs, outputs and error (never the payloads themselves). */
  readonly previews: boolean;
  readonly metadata: boolean;
}

/** A field of a run by its v1 name; asked for alone by who takes data out (CONTRACT §4.3). */
export type RunField =
  | 'name'
  | 'run_type'
  | 'status'
  | 'start_time'
  | 'end_time'
  | 'first_token_time'
  | 'session_id'
  | 'parent_run_id'
  | 'dotted_order'
  | 'tags'
  | 'thread_id'
  | 'total_tokens'
  | 'prompt_tokens'
  | 'completion_tokens'
  | 'total_cost'
  | 'prompt_cost'
  | 'completion_cost'
  | 'feedback_stats'
  | 'reference_example_id'
  | 'inputs'
  | 'outputs'
  | 'error'
  | 'extra'
  | 'events';

export interface Api {
  /** Also names the cache: never contains a secret. */
  readonly connectionId: string;
  /** How often this server answers statistics (CONTRACT §3); undefined = no limit is known. */
  readonly statsPace?: RequestPace;
  info(signal?: AbortSignal): Promise<ServerInfo>;
  listProjects(query: ProjectQuery, signal?: AbortSignal): Promise<readonly Project[]>;
  getProject(id: string, statsSince: number | undefined, signal?: AbortSignal): Promise<Project>;
  /** Top values by metadata key: the completion source (CONTRACT §8). */
  projectMetadata(
    projectId: string,
    window: TimeWindow,
    signal?: AbortSignal,
  ): Promise<Readonly<Record<string, readonly string[]>>>;
  queryRuns(
    query: RunQuery,
    page: PageRequest,
    select: ListSelection,
    signal?: AbortSignal,
  ): Promise<RunPage<Run>>;
  /** On v1 this is the root runs; `filter` of the query then speaks of the root as `traceFilter` does. */
  queryTraces(
    query: RunQuery,
    page: PageRequest,
    select: ListSelection,
    signal?: AbortSignal,
  ): Promise<RunPage<Trace>>;
  /** All runs of one trace with light fields, in tree order, plus what was left out. */
  traceRuns(traceId: string, projectId: string, signal?: AbortSignal): Promise<RunPage<Run>>;
  /** Payloads of up to 100 runs; missing ids are absent from the answer. */
  runPayloads(
    ids: readonly string[],
    projectId: string,
    signal?: AbortSignal,
  ): Promise<readonly RunPayload[]>;
  /** Runs with exactly these fields, payloads included; `id`, `trace_id` and `start_time` always come. */
  fullRuns(
    query: RunQuery,
    page: PageRequest,
    fields: readonly RunField[],
    signal?: AbortSignal,
  ): Promise<RunPage<FullRun>>;
  /** How often this server answers such a question (CONTRACT §3); undefined = no limit is known. */
  runsPace(query: RunQuery, signal?: AbortSignal): Promise<RequestPace | undefined>;
  /** Finds a run by id without knowing its project (deep links, pasted ids). */
  findRun(id: string, signal?: AbortSignal): Promise<Run>;
  runStats(query: RunQuery, signal?: AbortSignal): Promise<RunStats>;
  /** The largest groups, largest first; as many as `maxGroups` means that there may be more. */
  groupStats(
    query: RunQuery,
    by: StatsAttribute,
    maxGroups: number,
    signal?: AbortSignal,
  ): Promise<readonly StatsGroup[]>;
  queryThreads(
    projectId: string,
    query: RunQuery,
    page: PageRequest,
    signal?: AbortSignal,
  ): Promise<RunPage<ThreadSummary>>;
  threadTraces(
    threadId: string,
    projectId: string,
    page: PageRequest,
    signal?: AbortSignal,
  ): Promise<RunPage<Run>>;
  /** Saved filters, which a team shares. */
  readonly views: FilterViews;
  readonly bulkExports: BulkExports;
  listFeedback(query: FeedbackQuery, signal?: AbortSignal): Promise<readonly Feedback[]>;
  validateFilter(query: RunQuery, signal?: AbortSignal): Promise<FilterVerdict>;
  /** GET of an attachment through the connection, so that relative addresses and engine data work. */
  attachment(url: string, signal?: AbortSignal): Promise<Blob>;
}
