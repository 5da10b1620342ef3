import type { Predicate, Test } from '../../../filter/predicate.ts';
import { passes } from '../../../filter/passes.ts';
import { compileCompare } from './compile-compare.ts';
import { compileItems } from './compile-items.ts';
import { all, always, any, memoized, negated, never, type RowTest, type Sources } from './row-test.ts';

/** Predicate → a function of a row over the columns as they are now. */
export function compilePredicate(sources: Sources, predicate: Predicate): RowTest {
  switch (predicate.kind) {
    case 'constant':
      return predicate.holds ? always : never;
    case 'and':
      return all(cheapestFirst(predicate.parts).map((part) => compilePredicate(sources, part)));
    case 'or':
      return any(cheapestFirst(predicate.parts).map((part) => compilePredicate(sources, part)));
    case 'not':
      return negated(compilePredicate(sources, predicate.part));
    case 'compare':
      return compileCompare(sources, predicate);
    case 'tag':
      return compileTag(sources, predicate.test);
    case 'search':
      return all(predicate.terms.map((term) => sources.search.containing(term)));
    default:
      return compileItems(sources, predicate.group, predicate.where);
  }
}

function compileTag({ table: { tags, tagWords } }: Sources, test: Test): RowTest {
  if (test.op === 'eq') {
    const tag = typeof test.value === 'string' ? tagWords.find(test.value) : -1;
    return tag < 0 ? never : (row) => tags.has(row, tag);
  }
  const judge = memoized(tagWords.size, (code) => passes(test, tagWords.word(code)));
  return (row) => tags.some(row, judge);
}

/** Columns before chained lists before texts; the parts of and() and or() have no order of their own. */
function cheapestFirst(parts: readonly Predicate[]): readonly Predicate[] {
  return parts.toSorted((a, b) => costOf(a) - costOf(b));
}

function costOf(predicate: Predicate): number {
  switch (predicate.kind) {
    case 'constant':
      return 0;
    case 'compare':
      return predicate.field === 'inputs' || predicate.field === 'outputs' ? 4 : 1;
    case 'tag':
      return 2;
    case 'search':
      return 3;
    case 'some':
      return predicate.group === 'metadata' || predicate.group === 'feedback' ? 2 : 4;
    case 'not':
      return costOf(predicate.part);
    default:
      return Math.max(...predicate.parts.map(costOf));
  }
}
