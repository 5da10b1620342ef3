/**
 * The one run shape of the application. v1 and v2 answers are converted to it where they come in
 * (CONTRACT §18); nothing inside the app ever sees a wire run. `undefined` means "not selected or
 * absent on the server"; `null` does not occur, except inside free JSON.
 */

export type RunType = 'tool' | 'chain' | 'llm' | 'retriever' | 'embedding' | 'prompt' | 'parser';
export const RUN_TYPES: readonly RunType[] = [
  'chain',
  'llm',
  'tool',
  'retriever',
  'embedding',
  'prompt',
  'parser',
];

/** Lower case on both API generations after conversion; unknown words are kept as they came (UNKNOWNS U33). */
export type RunStatus = 'success' | 'error' | 'pending' | (string & {});

export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };
export type JsonObject = { [key: string]: JsonValue };

/** Counts or dollars by category, e.g. cache_read, reasoning, audio. */
export type Details = Readonly<Record<string, number>>;

/** Union of both generations (CONTRACT §10.2); `avg` is undefined for purely categorical keys. */
export interface FeedbackStat {
  readonly n: number;
  readonly avg?: number;
  readonly min?: number;
  readonly max?: number;
  readonly stdev?: number;
  readonly errors?: number;
  readonly values: Readonly<Record<string, number>>;
  readonly comments: readonly string[];
}

export interface Attachment {
  readonly name: string;
  /** Absolute, or relative to the API base (CONTRACT §5). Never fetched without being asked for. */
  readonly url: string;
  readonly mimeType?: string;
}

export interface RunEvent {
  readonly name: string;
  /** Epoch milliseconds with a fraction; undefined when the server sent something unreadable. */
  readonly time?: number;
  readonly details?: JsonValue;
}

export interface Run {
  readonly id: string;
  readonly traceId: string;
  readonly projectId: string;
  /** Undefined for roots. */
  readonly parentId?: string;
  /** Root first, direct parent last. */
  readonly ancestorIds?: readonly string[];
  readonly dottedOrder?: string;
  readonly isRoot: boolean;
  readonly name: string;
  /** Lower case. An unknown type keeps its word. */
  readonly runType: RunType | (string & {});
  readonly status: RunStatus;
  /** Epoch milliseconds; the fraction carries microseconds. */
  readonly startTime: number;
  /** Undefined while the run is unfinished. */
  readonly endTime?: number;
  readonly latencySeconds?: number;
  readonly firstTokenSeconds?: number;
  readonly totalTokens?: number;
  readonly promptTokens?: number;
  readonly completionTokens?: number;
  readonly promptTokenDetails?: Details;
  readonly completionTokenDetails?: Details;
  /** US dollars. */
  readonly totalCost?: number;
  readonly promptCost?: number;
  readonly completionCost?: number;
  readonly promptCostDetails?: Details;
  readonly completionCostDetails?: Details;
  readonly tags: readonly string[];
  readonly metadata?: JsonObject;
  readonly runtime?: JsonObject;
  readonly threadId?: string;
  readonly inputsPreview?: string;
  readonly outputsPreview?: string;
  readonly errorPreview?: string;
  readonly feedback: Readonly<Record<string, FeedbackStat>>;
  readonly referenceExampleId?: string;
  readonly referenceDatasetId?: string;
  readonly inDataset?: boolean;
  readonly shareUrl?: string;
  readonly shareToken?: string;
}

/** The heavy half of a run, asked for when a person opens it. */
export interface RunPayload {
  readonly id: string;
  readonly inputs?: JsonObject;
  readonly outputs?: JsonObject;
  readonly error?: string;
  readonly extra?: JsonObject;
  readonly events: readonly RunEvent[];
  readonly serialized?: JsonValue;
  readonly attachments: readonly Attachment[];
}

/** Both halves at once. Fields that were not asked for are undefined, or empty where a run must have them. */
export interface FullRun {
  readonly run: Run;
  readonly payload: RunPayload;
}

export interface Feedback {
  readonly id: string;
  readonly key: string;
  readonly score?: number | boolean;
  readonly value?: JsonValue;
  readonly comment?: string;
  readonly correction?: JsonValue;
  readonly runId?: string;
  readonly traceId?: string;
  readonly projectId?: string;
  /** api, model, app, auto_eval. */
  readonly sourceType?: string;
  readonly userName?: string;
  /** What the program that gave it says of itself, e.g. the surface and the user's id. */
  readonly sourceMetadata?: JsonObject;
  readonly createdAt?: number;
  readonly modifiedAt?: number;
}

/** A project, called session on the wire (CONTRACT §8). Statistics only when asked for. */
export interface Project {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly startTime?: number;
  readonly lastRunStartTime?: number;
  /** Set on experiments. */
  readonly referenceDatasetId?: string;
  readonly stats?: ProjectStats;
}

export interface ProjectStats {
  readonly runCount?: number;
  readonly latencyP50?: number;
  readonly latencyP99?: number;
  readonly totalTokens?: number;
  readonly totalCost?: number;
  /** 0…1 */
  readonly errorRate?: number;
  readonly feedback: Readonly<Record<string, FeedbackStat>>;
}

/** One row of a table of traces: the root run, and sums over the whole trace when the server gives them. */
export interface Trace {
  readonly root: Run;
  readonly totalTokens?: number;
  readonly totalCost?: number;
  readonly firstTokenSeconds?: number;
}
