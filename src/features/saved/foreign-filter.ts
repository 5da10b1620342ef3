/**
 * A filter string that another program stored. LangSmith's own screens may store the language of their
 * search bar where the API's belongs (CONTRACT §8.1): what can be said in the API's is translated, what
 * cannot is named.
 */
import { barSubjectOf } from '../../filter/bar/bar-subject.ts';
import { barToFilter } from '../../filter/bar/bar-to-filter.ts';
import type { BarExpression } from '../../filter/bar/bar-tree.ts';
import { parseBar } from '../../filter/bar/parse-bar.ts';
import { parse } from '../../filter/parse.ts';

export type ForeignFilter =
  | { readonly kind: 'same'; readonly filter: string }
  | { readonly kind: 'translated'; readonly filter: string; readonly remarks: readonly string[] }
  | { readonly kind: 'unreadable' };

/** A call of the API language, also one with mistakes: those are the editor's to explain. */
const CALL = /^\s*\w+\s*\(/;

export function readForeignFilter(text: string): ForeignFilter {
  if (text.trim() === '') return { kind: 'same', filter: '' };
  if (CALL.test(text) || parse(text).problems.length === 0) return { kind: 'same', filter: text };
  const { tree } = parseBar(text);
  // Bare words are legal in the bar, but so is every other text then: JSON, SQL, prose.
  if (!tree || !hasKnownField(tree)) return { kind: 'unreadable' };
  const found = barToFilter(text);
  if (found.filter === '') return { kind: 'unreadable' };
  return {
    kind: 'translated',
    filter: found.filter,
    remarks: [
      `Written for LangSmith’s search bar and translated: ${text}`,
      ...found.untranslated.map(
        ({ text: part, reason }) =>
          `“${part}” has no counterpart and is left out, so more is found. ${reason}`,
      ),
      ...found.notes.map(({ text: part, reason }) => `“${part}”: ${reason}`),
    ],
  };
}

function hasKnownField(tree: BarExpression): boolean {
  if (tree.kind === 'clause') return barSubjectOf(tree.field).kind !== 'unknown';
  if (tree.kind === 'not') return hasKnownField(tree.part);
  return (tree.kind === 'and' || tree.kind === 'or') && tree.parts.some(hasKnownField);
}
