/**
 * The tree of a filter (FILTER-LANGUAGE §3). Ranges are offsets in UTF-16 code units, end exclusive.
 * The parser always gives a tree when there is anything to hold on to; holes are `invalid` nodes, so
 * that the editor can still complete, hover and explain a half-written filter.
 */

export interface Range {
  readonly from: number;
  readonly to: number;
}

export type Severity = 'error' | 'warning' | 'info';

export interface Problem extends Range {
  readonly message: string;
  readonly severity: Severity;
  /** Stable name of the rule, for tests and for quick fixes. */
  readonly code: string;
}

export type Comparator =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'has'
  | 'like'
  | 'notlike'
  | 'exists';
export type Connective = 'and' | 'or' | 'not';

export interface StringLiteral extends Range {
  readonly kind: 'string';
  readonly value: string;
}
export interface NumberLiteral extends Range {
  readonly kind: 'number';
  readonly value: number;
}
export interface BooleanLiteral extends Range {
  readonly kind: 'boolean';
  readonly value: boolean;
}
export interface NullLiteral extends Range {
  readonly kind: 'null';
}
export interface ListLiteral extends Range {
  readonly kind: 'list';
  readonly items: readonly Scalar[];
}
export type Scalar = StringLiteral | NumberLiteral | BooleanLiteral | NullLiteral;
export type Literal = Scalar | ListLiteral;

export interface FieldRef extends Range {
  readonly kind: 'field';
  /** As written; may be dotted (`metadata.user_id`), which is outside the documented language. */
  readonly name: string;
}

export interface Logical extends Range {
  readonly kind: 'logical';
  readonly op: Connective;
  readonly args: readonly Expression[];
  readonly callee: Range;
}
export interface Search extends Range {
  readonly kind: 'search';
  readonly text: StringLiteral;
  readonly callee: Range;
}
export interface Comparison extends Range {
  readonly kind: 'comparison';
  readonly op: Comparator;
  readonly field: FieldRef;
  readonly value: Literal;
  readonly callee: Range;
}
/** A place where something else was written than the language knows; the problem list says what. */
export interface Invalid extends Range {
  readonly kind: 'invalid';
  /** What could be understood inside the broken call, in order. */
  readonly parts: readonly (Expression | Literal | FieldRef)[];
}
export type Expression = Logical | Search | Comparison | Invalid;

export interface Parsed {
  /** Undefined only for an empty or blank text. */
  readonly tree: Expression | undefined;
  readonly problems: readonly Problem[];
}
