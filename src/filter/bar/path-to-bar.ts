import type { Comparison } from '../ast.ts';
import { metadataPath } from '../dotted-field.ts';
import type { BarExpression } from './bar-tree.ts';
import { barClause, barJoin, barNot, isWord, patternMatch, typedWord } from './build-bar.ts';
import { plainOf } from './build-filter.ts';
import { DIFFERENCES, type RemarkBook } from './remark.ts';

/** `eq(metadata.k, v)`: the dotted names of the wild. Their neq denies the whole key, just as the bar does. */
export function pathToBar(comparison: Comparison, book: RemarkBook): BarExpression | undefined {
  const { op, value, field } = comparison;
  const path = metadataPath(field.name)!.split('.');
  if (value.kind === 'list') {
    const words = value.items.flatMap((item) => (item.kind === 'null' ? [] : [typedWord(item.value)]));
    if (words.length > 0)
      return barJoin(
        'or',
        words.map((word) => barClause('metadata', path, isWord(word))),
      );
    return book.leaveOut(comparison, 'An empty list matches nothing, which the bar cannot say.');
  }
  const plain = plainOf(value);
  if (plain === null || plain === undefined) {
    return book.leaveOut(comparison, 'The bar does not tell a key with null from one with a value.');
  }
  if (op === 'like' || op === 'notlike') {
    const match = typeof plain === 'string' ? patternMatch(plain) : undefined;
    if (match?.kind !== 'pattern') {
      return book.leaveOut(comparison, 'The bar has no pattern for this: it needs a text beside the %.');
    }
    book.note(comparison, DIFFERENCES.patternOnPath);
    const clause = barClause('metadata', path, match);
    return op === 'like' ? clause : barNot(clause);
  }
  if (op === 'eq' || op === 'neq' || op === 'has') {
    const clause = barClause('metadata', path, isWord(typedWord(plain)));
    return op === 'neq' ? barNot(clause) : clause;
  }
  if (typeof plain !== 'number' || op === 'in' || op === 'exists') {
    return book.leaveOut(comparison, 'The bar compares numbers only.');
  }
  return barClause('metadata', path, { kind: 'compare', op, word: typedWord(plain) });
}
