import type { Test } from '../../../filter/predicate.ts';
import { passes } from '../../../filter/passes.ts';
import { textOfItems } from '../../../filter/search-text.ts';
import { all, type RowTest, type Sources } from './row-test.ts';

/** like and notlike on all texts of the inputs or outputs. */
export function compilePayloadText(sources: Sources, field: 'inputs' | 'outputs', test: Test): RowTest {
  const exact: RowTest = (row) => passes(test, textOfItems(sources.payloads.of(row, field)));
  if (test.op === 'notlike') {
    const like = compilePayloadText(sources, field, { op: 'like', pattern: test.pattern });
    return (row) => !like(row);
  }
  if (test.op !== 'like') return exact;
  const narrow = containingLongest(sources, test.pattern.parts);
  return narrow ? all([narrow, exact]) : exact;
}

/** Payload texts are parts of the search text, so a row that matches contains the longest fixed part there. */
export function containingLongest({ search }: Sources, parts: readonly string[]): RowTest | undefined {
  const longest = parts.reduce((a, b) => (b.length > a.length ? b : a), '');
  return longest === '' ? undefined : search.containing(longest);
}
