/**
 * The engine's inner seam: routes know HTTP, wire names and error bodies; the store knows rows,
 * columns and filters. Routes depend on this file only (and on create-store.ts to make one).
 *
 * Times are epoch milliseconds with a fraction that carries microseconds. Ids are lower-case strings
 * (UUIDs normally, but any string a client sends must survive). Money is US dollars.
 */
import type { Expression } from '../../../filter/ast.ts';
import type { JsonObject, JsonValue } from '../../../contract/run.ts';

/** Index of a run in the store. Stable for the life of the store, also after deletions. */
export type Row = number;

/**
 * One ingestion operation as the SDKs send it (WIRE §3): v1 field names, any subset, already parsed.
 * `session_id` has been resolved from session_name by the routes. Undefined and unknown fields are
 * ignored; the store accepts updates before creates, children before parents, and the same operation
 * twice, and a late create never wipes what an update brought (WIRE §8).
 */
export type RunWrite = { readonly id: string; readonly session_id?: string } & {
  readonly [field: string]: JsonValue | undefined;
};

export interface AttachmentWrite {
  readonly runId: string;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Uint8Array;
}

/** All conditions are AND-ed. Filters arrive parsed and checked. */
export interface StoreQuery {
  readonly projectIds?: readonly string[];
  readonly ids?: readonly string[];
  readonly traceIds?: readonly string[];
  readonly parentRunId?: string;
  readonly referenceExampleIds?: readonly string[];
  readonly referenceDatasetId?: string;
  readonly runType?: string;
  readonly hasError?: boolean;
  readonly isRoot?: boolean;
  /** Inclusive lower bound on start time. */
  readonly from?: number;
  /** Exclusive upper bound on start time. */
  readonly to?: number;
  readonly filter?: Expression;
  readonly traceFilter?: Expression;
  readonly treeFilter?: Expression;
}

/** Position in the order (start time, id); pages begin strictly after it, so inserts never shift them. */
export interface Keyset {
  readonly startTime: number;
  readonly id: string;
}

export interface FindOptions {
  readonly order: 'asc' | 'desc';
  readonly after?: Keyset;
  /** Undefined = everything. */
  readonly limit?: number;
}

export interface RowPage {
  readonly rows: readonly Row[];
  readonly hasMore: boolean;
}

/**
 * A stored run with v1 names (CONTRACT §5), computed fields included: status, parent_run_ids,
 * dotted_order, thread_id, tokens and costs (own and subtree), first_token_time, previews,
 * feedback_stats. Times stay numbers; the routes print them. Only the asked fields are filled,
 * so a list never parses inputs.
 */
export interface StoredRun {
  readonly id: string;
  readonly trace_id: string;
  readonly parent_run_id: string | null;
  readonly parent_run_ids: readonly string[];
  readonly dotted_order: string;
  readonly session_id: string;
  readonly name: string;
  readonly run_type: string;
  readonly status: 'success' | 'error' | 'pending';
  readonly start_time: number;
  readonly end_time: number | null;
  readonly first_token_time: number | null;
  readonly error: string | null;
  readonly inputs: JsonValue;
  readonly outputs: JsonValue;
  readonly inputs_preview: string | null;
  readonly outputs_preview: string | null;
  readonly extra: JsonObject | null;
  readonly events: readonly JsonValue[];
  readonly serialized: JsonValue;
  readonly tags: readonly string[];
  readonly thread_id: string | null;
  readonly reference_example_id: string | null;
  readonly reference_dataset_id: string | null;
  /** Tokens and costs of the run itself (v2 rows) and of its subtree (v1 rows, trace aggregates): UNKNOWNS U34. */
  readonly own: Usage;
  readonly subtree: Usage;
  readonly feedback_stats: Readonly<Record<string, StoredFeedbackStat>>;
  readonly in_dataset: boolean;
  readonly trace_tier: string | null;
  readonly attachments: readonly StoredAttachment[];
  /** Fields the store keeps but does not interpret (price_model_id, ttl_seconds, …), as they came. */
  readonly other: JsonObject;
}

export interface Usage {
  readonly total_tokens: number;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly total_cost: number | null;
  readonly prompt_cost: number | null;
  readonly completion_cost: number | null;
  readonly prompt_token_details: Readonly<Record<string, number>> | null;
  readonly completion_token_details: Readonly<Record<string, number>> | null;
  readonly prompt_cost_details: Readonly<Record<string, number>> | null;
  readonly completion_cost_details: Readonly<Record<string, number>> | null;
}

export interface StoredAttachment {
  readonly name: string;
  readonly mimeType: string;
  readonly size: number;
}

export interface StoredFeedback {
  readonly id: string;
  readonly key: string;
  readonly score: number | boolean | null;
  readonly value: JsonValue;
  readonly comment: string | null;
  readonly correction: JsonValue;
  readonly run_id: string | null;
  readonly trace_id: string | null;
  readonly session_id: string | null;
  readonly start_time: number | null;
  readonly is_root: boolean;
  readonly feedback_source: JsonObject | null;
  readonly feedback_group_id: string | null;
  readonly comparative_experiment_id: string | null;
  readonly feedback_thread_id: string | null;
  readonly extra: JsonValue;
  readonly created_at: number;
  readonly modified_at: number;
}

/** CONTRACT §10.2, the v2 union; v1 routes print a part of it. */
export interface StoredFeedbackStat {
  readonly n: number;
  readonly avg: number | null;
  readonly min: number | null;
  readonly max: number | null;
  readonly stdev: number | null;
  readonly values: Readonly<Record<string, number>>;
  readonly comments: readonly string[];
  readonly sources: readonly string[];
  readonly errors: number;
  readonly contains_thread_feedback: boolean;
}

export interface FeedbackFilter {
  readonly runIds?: readonly string[];
  readonly keys?: readonly string[];
  readonly projectIds?: readonly string[];
  readonly sources?: readonly string[];
  readonly hasComment?: boolean;
  readonly hasScore?: boolean;
  readonly level?: 'run' | 'session';
  readonly createdFrom?: number;
  readonly createdTo?: number;
}

/** Numbers over a set of rows (CONTRACT §6 RunStats); seconds, dollars, rates 0…1; null when there is nothing to say. */
export interface StoredStats {
  readonly run_count: number;
  readonly latency_p50: number | null;
  /** Our own: LangSmith's statistics have the median and the 99th only. */
  readonly latency_p95: number | null;
  readonly latency_p99: number | null;
  readonly latency_avg: number | null;
  readonly first_token_p50: number | null;
  readonly first_token_p99: number | null;
  readonly total_tokens: number;
  readonly prompt_tokens: number;
  readonly completion_tokens: number;
  readonly tokens_p50: number | null;
  readonly tokens_p99: number | null;
  readonly prompt_tokens_p50: number | null;
  readonly prompt_tokens_p99: number | null;
  readonly completion_tokens_p50: number | null;
  readonly completion_tokens_p99: number | null;
  readonly total_cost: number | null;
  readonly prompt_cost: number | null;
  readonly completion_cost: number | null;
  readonly cost_p50: number | null;
  readonly cost_p99: number | null;
  readonly error_rate: number | null;
  readonly streaming_rate: number | null;
  readonly last_run_start_time: number | null;
  readonly feedback_stats: Readonly<Record<string, StoredFeedbackStat>>;
  /** Top names, tags, metadata pairs, run types and statuses with counts and a ready filter. */
  readonly run_facets: readonly StoredFacet[];
}

export interface StoredFacet {
  readonly key: string;
  readonly value: string;
  readonly n: number;
  readonly query: string;
}

export type GroupBy =
  | { readonly attribute: 'name' | 'run_type' | 'tag' }
  | { readonly attribute: 'metadata'; readonly path: string };

/** One conversation: the rows of its root runs, oldest first. */
export interface ThreadGroup {
  readonly threadId: string;
  readonly rootRows: readonly Row[];
  /** Start of the latest turn; threads are listed by it, newest first. */
  readonly lastActivity: number;
}

export interface Store {
  /** Number of live runs. */
  readonly size: number;
  write(operation: 'create' | 'update', run: RunWrite): void;
  attach(attachment: AttachmentWrite): void;
  attachmentBytes(runId: string, name: string): { mimeType: string; bytes: Uint8Array } | undefined;
  deleteRuns(ids: readonly string[]): void;
  deleteTraces(traceIds: readonly string[]): void;
  deleteProject(projectId: string): void;

  rowOf(id: string): Row | undefined;
  keysetOf(row: Row): Keyset;
  /**
   * `fields` = v1 names to fill beyond the light ones; undefined = all. Filled only when asked: inputs,
   * outputs, their previews, extra, events, serialized, feedback_stats, attachments (also by `s3_urls`),
   * the `*_details` of `own` and `subtree` (any one asks for all), and `other` with in_dataset and trace_tier
   * (by any name of OTHER_FIELDS).
   */
  run(row: Row, fields?: ReadonlySet<string>): StoredRun;
  find(query: StoreQuery, options: FindOptions): RowPage;
  /** Runs of a trace in tree pre-order (dotted_order). */
  traceRows(traceId: string): readonly Row[];
  /** Sums over all runs of a trace. */
  traceUsage(traceId: string): Usage & { readonly first_token_time: number | null };
  stats(rows: readonly Row[]): StoredStats;
  groupRows(rows: readonly Row[], by: GroupBy, maxGroups: number): ReadonlyMap<string, readonly Row[]>;
  /** Threads whose root runs match the query, newest activity first. */
  threads(query: StoreQuery): readonly ThreadGroup[];
  /** Top `k` values of each metadata key, most frequent first. */
  metadataValues(
    query: StoreQuery,
    keys: readonly string[] | undefined,
    k: number,
  ): Readonly<Record<string, readonly string[]>>;

  putFeedback(feedback: StoredFeedback): void;
  feedback(id: string): StoredFeedback | undefined;
  deleteFeedback(id: string): boolean;
  /** Newest first. */
  listFeedback(filter: FeedbackFilter): readonly StoredFeedback[];
  /** Feedback given to a project as a whole, not to a run. */
  projectFeedbackStats(projectId: string): Readonly<Record<string, StoredFeedbackStat>>;
}
