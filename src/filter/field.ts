/** The shape of a row in the field table (fields.ts); facts from FILTER-LANGUAGE §4, §5, §7 and UNKNOWNS. */
import type { Comparator } from './ast.ts';

export type ValueType =
  | 'string'
  | 'uuid'
  | 'enum'
  | 'number'
  | 'boolean'
  | 'time'
  | 'duration'
  /** A tag: the field has many, the operator asks about one. */
  | 'tag'
  /** The name of a metadata, input, output or feedback item. */
  | 'key'
  /** String, number or boolean; the JSON type must agree. */
  | 'scalar'
  /** Large free text. */
  | 'text'
  /** The whole metadata object. */
  | 'json'
  /** The error text, which documents compare with null and true. */
  | 'error'
  /** LangSmith's own paging position. */
  | 'cursor';

/** Fields of one group inside the same and() speak about one and the same item (FILTER-LANGUAGE §7). */
export type PairGroup = 'metadata' | 'input' | 'output' | 'feedback';
export type PairPart = 'key' | 'value' | 'score' | 'comment' | 'source' | 'error';

/** What is known about LangSmith's production servers. */
export type Evidence = 'proven' | 'documented' | 'unproven' | 'refused';

/** Which list of known values an editor may offer. */
export type ValueSource =
  | 'names'
  | 'tags'
  | 'metadata-keys'
  | 'metadata-values'
  | 'input-keys'
  | 'output-keys'
  | 'feedback-keys'
  | 'feedback-values'
  | 'threads';

/** `run`: filter, trace_filter, tree_filter. `thread`: thread_filter, which sees sums over a thread. */
export type Scope = 'run' | 'thread';

export interface Field {
  readonly name: string;
  readonly type: ValueType;
  /** Of an enum. */
  readonly values?: readonly string[];
  readonly operators: readonly Comparator[];
  /** Those of the operators that nobody has shown to work on production. */
  readonly unprovenOperators?: readonly Comparator[];
  /** Of a number. */
  readonly unit?: 'tokens' | 'US dollars' | 'turns';
  /** One line for hover, completion and help. */
  readonly description: string;
  /** A whole filter. */
  readonly example: string;
  readonly pair?: { readonly group: PairGroup; readonly part: PairPart };
  readonly source?: ValueSource;
  readonly evidence: Evidence;
  readonly scopes: readonly Scope[];
  /** May be absent on a run, so that a comparison with null makes sense. */
  readonly nullable?: true;
  /** What a person should do on LangSmith instead; reads on after "there, ". */
  readonly advice?: string;
  /** Understood when written, never offered. */
  readonly hidden?: true;
}
