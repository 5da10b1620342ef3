/**
 * Values that exist in the world, asked for while a person writes. The filter room only says what it
 * needs and shows what comes; who asks a server, caches and cancels is the adapter's part.
 */
import type { ItemValue } from './flatten.ts';

export type ValueKind =
  | 'names'
  | 'tags'
  | 'run-types'
  | 'statuses'
  | 'models'
  | 'threads'
  | 'metadata-keys'
  | 'metadata-values'
  | 'input-keys'
  | 'output-keys'
  | 'feedback-keys'
  | 'feedback-values';

export interface ValueAsk {
  readonly kind: ValueKind;
  /** Of a value of a pair: its key, when the text names one. */
  readonly key?: string;
  /** What is written already; sources that can narrow by it may. */
  readonly prefix: string;
}

export interface LiveValue {
  readonly value: ItemValue;
  /** Runs that have it, where the source counts. */
  readonly count?: number;
  /** When it comes from elsewhere than the rest of the answer. */
  readonly origin?: string;
}

export interface ValueAnswer {
  /** Best first. */
  readonly values: readonly LiveValue[];
  /** For people, for example "seen in this project, last 7 days". */
  readonly origin: string;
  /** False when there are more than these. */
  readonly complete: boolean;
  /** Resolves when asking once more will find more; never, when that failed. */
  readonly later?: Promise<void>;
}

/** An AbortSignal is one. */
export interface Cancellation {
  readonly aborted: boolean;
}

/** An editor's adapter has one for each connection and project. */
export type LiveSource = (ask: ValueAsk, signal?: Cancellation) => Promise<ValueAnswer>;

/** Beside a value in a list. */
export function originOf({ count, origin }: LiveValue, answer: ValueAnswer): string {
  const from = origin ?? answer.origin;
  return count === undefined ? from : `${count} × ${from}`;
}
