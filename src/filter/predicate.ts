/**
 * A filter with everything implicit made explicit: which conditions speak about one and the same item,
 * what a negation covers, seconds, milliseconds and folded patterns. lower() makes it; an engine only
 * has to walk it. README.md of this folder states the meaning; evaluate.ts is the reference.
 */
import type { ItemValue } from './flatten.ts';
import type { LikePattern } from './like.ts';
import type { PairGroup, PairPart } from './field.ts';

export type Predicate =
  /** `holds` for every run or for none. */
  | { readonly kind: 'constant'; readonly holds: boolean }
  /** At least one part. */
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Predicate[] }
  | { readonly kind: 'not'; readonly part: Predicate }
  | { readonly kind: 'compare'; readonly field: RunField; readonly test: Test }
  /** Some tag of the run passes. */
  | { readonly kind: 'tag'; readonly test: Test }
  /** Every folded term occurs in searchText() of the run. */
  | { readonly kind: 'search'; readonly terms: readonly string[] }
  /** Some single item of the group passes all conditions (at least one). */
  | { readonly kind: 'some'; readonly group: PairGroup; readonly where: readonly ItemCondition[] };

export interface ItemCondition {
  /** Metadata, inputs and outputs have `key` (the dotted path) and `value` only. */
  readonly on: PairPart;
  readonly test: Test;
}

/**
 * Unit and type of the actual value: ids folded to lower case; times in epoch milliseconds; latency
 * and first_token_time in seconds; costs in US dollars; inputs and outputs as textOfItems().
 * thread_id has up to three values: a positive test needs one that passes, a negative needs all.
 */
export type RunField =
  | 'id'
  | 'trace_id'
  | 'parent_run_id'
  | 'session_id'
  | 'reference_example_id'
  | 'thread_id'
  | 'name'
  | 'run_type'
  | 'status'
  | 'error'
  | 'is_root'
  | 'start_time'
  | 'end_time'
  | 'latency'
  | 'first_token_time'
  | 'total_tokens'
  | 'prompt_tokens'
  | 'completion_tokens'
  | 'total_cost'
  | 'prompt_cost'
  | 'completion_cost'
  | 'inputs'
  | 'outputs';

export type Test =
  | { readonly op: 'eq' | 'neq'; readonly value: ItemValue }
  /** Passes only for an actual value of the same type. */
  | { readonly op: 'gt' | 'gte' | 'lt' | 'lte'; readonly value: number | string }
  | { readonly op: 'in'; readonly values: readonly ItemValue[] }
  /** Passes only for strings. */
  | { readonly op: 'like' | 'notlike'; readonly pattern: LikePattern }
  | { readonly op: 'present' | 'missing' };
