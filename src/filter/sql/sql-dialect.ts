/**
 * What differs between the databases that can read a bulk export (CONTRACT §12.4). A column is SQL text of
 * an expression; every condition that comes out is true or false, never NULL, so that NOT is safe around it.
 */
import type { PairGroup } from '../field.ts';
import type { ItemCondition, Test } from '../predicate.ts';

/** In this order (CONTRACT §11). */
export const THREAD_KEYS = ['thread_id', 'session_id', 'conversation_id'] as const;

export type SqlDialect = 'duckdb' | 'clickhouse';

/** Timestamps of v1 are without a zone and mean UTC; those of v2_beta carry it. */
export type ExportFormat = 'v1' | 'v2_beta';

export type Remarks = (remark: string) => void;

export interface SqlWriter {
  text(value: string): string;
  /** Epoch milliseconds; microseconds are kept. */
  timestamp(time: number): string;
  secondsBetween(from: string, to: string): string;
  number(column: string): string;
  isDistinct(column: string, literal: string): string;
  lower(column: string): string;
  /** On texts already folded. */
  contains(column: string, literal: string): string;
  startsWith(column: string, literal: string): string;
  endsWith(column: string, literal: string): string;
  like(column: string, pattern: string): string;
  /** Some tag passes; the test is written about the expression given to it. */
  someTag(test: (tag: string) => string): string;
  /** Some item of the group passes all conditions. */
  someItem(group: Exclude<PairGroup, 'feedback'>, where: readonly ItemCondition[], remark: Remarks): string;
  someFeedback(where: readonly ItemCondition[]): string;
  /** All string values, one below the other. */
  wholeText(column: 'inputs' | 'outputs', test: Test, remark: Remarks): string;
  /** A folded word somewhere in the string values of inputs, outputs or metadata. */
  payloadContains(term: string, remark: Remarks): string;
  /** Some value of the run's own three thread keys passes. */
  someThread(test: (thread: string) => string): string;
  /** The thread that children inherit: the first of the three metadata keys that has one. */
  firstThread(): string;
  /** All rows of an export. */
  source(path: string): string;
}
