import type { Comparison } from '../ast.ts';
import type { PairGroup } from '../field.ts';
import { findField } from '../fields.ts';
import { readValue } from '../read-value.ts';
import type { BarClause, BarExpression, BarMatch } from './bar-tree.ts';
import {
  EXISTS,
  barClause,
  barJoin,
  barNot,
  containedText,
  isWord,
  patternMatch,
  textWord,
  typedWord,
} from './build-bar.ts';
import { mergeRanges } from './merge-ranges.ts';
import { DIFFERENCES, type RemarkBook } from './remark.ts';

/** The conditions on one item beside its key, as clauses on the path of that key. */
export class ItemMatcher {
  readonly #group: PairGroup;
  readonly #path: readonly string[];
  readonly #book: RemarkBook;

  constructor(group: PairGroup, path: readonly string[], book: RemarkBook) {
    this.#group = group;
    this.#path = path;
    this.#book = book;
  }

  clause(comparison: Comparison): BarExpression | undefined {
    const part = findField(comparison.field.name)?.pair?.part;
    const name = this.#group;
    const path = name === 'feedback' ? [...this.#path, part ?? ''] : this.#path;
    const { op, value } = comparison;
    if (value.kind === 'list') {
      const words = value.items.flatMap((item) => (item.kind === 'null' ? [] : [typedWord(item.value)]));
      if (words.length > 0)
        return barJoin(
          'or',
          words.map((word) => barClause(name, path, isWord(word))),
        );
      return this.#book.leaveOut(comparison, 'An empty list matches nothing, which the bar cannot say.');
    }
    const match = this.#match(comparison, part);
    if (!match) return undefined;
    const denies =
      op === 'neq' || op === 'notlike' ? value.kind !== 'null' : op === 'eq' && value.kind === 'null';
    if (!denies) return barClause(name, path, match);
    this.#book.note(comparison, name === 'feedback' ? DIFFERENCES.severalFeedbacks : DIFFERENCES.listValues);
    return barNot(barClause(name, path, match));
  }

  #match(comparison: Comparison, part: string | undefined): BarMatch | undefined {
    const { op, value } = comparison;
    if (value.kind === 'null') {
      if (this.#group === 'feedback') return EXISTS;
      return this.#book.leaveOut(comparison, 'The bar does not tell a key with null from one with a value.');
    }
    if (op === 'like' || op === 'notlike') return this.#pattern(comparison, part);
    if (op === 'eq' || op === 'neq') return this.#equal(comparison, part);
    const isNumber = value.kind === 'number' || part === 'score';
    const mayCompare = this.#group === 'metadata' || part === 'score';
    const reading = this.#reading(comparison);
    if (!isNumber || !mayCompare || typeof reading !== 'number') {
      return this.#book.leaveOut(
        comparison,
        'The bar compares numbers only, and only in metadata and scores.',
      );
    }
    if (op !== 'gt' && op !== 'gte' && op !== 'lt' && op !== 'lte') return undefined;
    return { kind: 'compare', op, word: typedWord(reading) };
  }

  #equal(comparison: Comparison, part: string | undefined): BarMatch | undefined {
    const value = this.#reading(comparison);
    if (value === undefined) return this.#book.leaveOut(comparison, 'This value cannot be compared.');
    const isText = part === 'comment' || part === 'source';
    return isWord(isText ? { ...textWord(String(value)), isQuoted: false } : typedWord(value));
  }

  #reading({ field: { name }, value }: Comparison) {
    const field = findField(name);
    const reading = field && value.kind !== 'list' ? readValue(field, value) : undefined;
    return reading?.kind === 'value' ? reading.value : undefined;
  }

  #pattern(comparison: Comparison, part: string | undefined): BarMatch | undefined {
    const { value } = comparison;
    const pattern = value.kind === 'string' ? value.value : '';
    const contained = part === 'comment' ? containedText(pattern, false) : undefined;
    if (contained !== undefined) {
      this.#book.note(comparison, DIFFERENCES.fullText);
      return { kind: 'matches', word: { from: 0, to: 0, text: contained, isQuoted: /\s/.test(contained) } };
    }
    const match = patternMatch(pattern);
    // `k:*` would also find numbers; like finds texts only.
    if (match?.kind !== 'pattern') {
      return this.#book.leaveOut(
        comparison,
        'The bar has no pattern for this: it needs a text beside the %.',
      );
    }
    this.#book.note(comparison, DIFFERENCES.letterCase);
    if (this.#group !== 'feedback') this.#book.note(comparison, DIFFERENCES.patternOnPath);
    return match;
  }

  /** Several conditions on one item: a range, braces for feedback, or side by side with a remark. */
  together(parts: readonly BarExpression[], exists: BarClause, others: readonly Comparison[]): BarExpression {
    const denials = parts.filter((part) => part.kind === 'not');
    const claims = mergeRanges(parts.filter((part) => part.kind !== 'not'));
    const claimed = claims.length > 0 ? this.#claims(claims, others) : exists;
    return barJoin('and', [claimed, ...denials]);
  }

  #claims(claims: readonly BarExpression[], others: readonly Comparison[]): BarExpression {
    if (claims.length === 1) return claims[0]!;
    const [key] = this.#path;
    const canGroup =
      this.#group === 'feedback' &&
      /^[A-Za-z_][\w-]*$/.test(key!) &&
      claims.every(({ kind }) => kind === 'clause');
    if (!canGroup) {
      this.#book.note(
        others[0]!,
        this.#group === 'feedback' ? DIFFERENCES.severalFeedbacks : DIFFERENCES.severalItems,
      );
      return barJoin('and', claims);
    }
    const inner = claims.map((claim) => inGroup(claim as BarClause));
    return barClause('feedback', [], { kind: 'group', part: barJoin('and', inner) });
  }
}

function inGroup({ field, match }: BarClause): BarClause {
  const [name = '', ...path] = field.path;
  return barClause(name, path, match);
}
