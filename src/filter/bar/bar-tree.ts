/**
 * The tree of LangSmith's search bar (FILTER-LANGUAGE §13): a language of its own, which the API does not
 * take. Ranges are offsets in UTF-16 code units, end exclusive.
 */
import type { Range } from '../ast.ts';

export type BarExpression = BarGroup | BarNot | BarClause | BarTerm | BarHole;

/** Two or more parts, joined by AND (or a blank) or by OR. */
export interface BarGroup extends Range {
  readonly kind: 'and' | 'or';
  readonly parts: readonly BarExpression[];
}

/** `-` or `NOT`. */
export interface BarNot extends Range {
  readonly kind: 'not';
  readonly part: BarExpression;
}

/** A word or a "phrase" without a field: looked for everywhere. */
export interface BarTerm extends Range {
  readonly kind: 'term';
  readonly word: BarWord;
}

export interface BarClause extends Range {
  readonly kind: 'clause';
  readonly field: BarFieldRef;
  readonly match: BarMatch;
}

/** A place where something else was written than the language knows; the problem list says what. */
export interface BarHole extends Range {
  readonly kind: 'hole';
}

export interface BarFieldRef extends Range {
  readonly name: string;
  /** What follows the name, split at its dots: `metadata."my.key".x` has ['my.key', 'x']. */
  readonly path: readonly string[];
}

export interface BarWord extends Range {
  /** Escapes and quotes taken off. */
  readonly text: string;
  readonly isQuoted: boolean;
  /** The texts between unescaped `*`, when there are any: `a*` is ['a', '']. */
  readonly wildcard?: readonly string[];
}

export type BarMatch =
  | { readonly kind: 'is' | 'matches'; readonly word: BarWord }
  /** At least one wildcard, and something beside it. */
  | { readonly kind: 'pattern'; readonly parts: readonly string[]; readonly word: BarWord }
  | { readonly kind: 'exists' }
  | { readonly kind: 'compare'; readonly op: 'gt' | 'gte' | 'lt' | 'lte'; readonly word: BarWord }
  | { readonly kind: 'range'; readonly low: BarBound; readonly high: BarBound }
  /** `feedback:{…}`: conditions on one and the same feedback. */
  | { readonly kind: 'group'; readonly part: BarExpression };

export interface BarBound {
  readonly word: BarWord;
  readonly isInclusive: boolean;
}
