import type { Item, ItemValue } from './flatten.ts';

/**
 * A run as plain values, for the reference evaluator. Undefined means missing. Units: epoch
 * milliseconds (fraction = microseconds), seconds, US dollars. Ids in lower case.
 * execution_order needs no entry: only the root's, 1, is known.
 */
export interface EvaluableRun {
  readonly id: string;
  readonly traceId: string;
  readonly parentId?: string;
  readonly projectId: string;
  readonly referenceExampleId?: string;
  /** Every value of the metadata keys thread_id, session_id and conversation_id, and the inherited one. */
  readonly threadIds: readonly string[];
  readonly isRoot: boolean;
  readonly name: string;
  readonly runType: string;
  readonly status: string;
  readonly error?: string;
  readonly startTime: number;
  readonly endTime?: number;
  readonly latencySeconds?: number;
  readonly firstTokenSeconds?: number;
  readonly totalTokens?: number;
  readonly promptTokens?: number;
  readonly completionTokens?: number;
  readonly totalCost?: number;
  readonly promptCost?: number;
  readonly completionCost?: number;
  readonly tags: readonly string[];
  readonly metadata: readonly Item[];
  readonly inputs: readonly Item[];
  readonly outputs: readonly Item[];
  readonly feedback: readonly EvaluableFeedback[];
}

export interface EvaluableFeedback {
  readonly key: string;
  /** Booleans as 1 and 0. */
  readonly score?: number;
  readonly value?: ItemValue;
  readonly comment?: string;
  readonly source?: string;
  readonly error?: boolean;
}
