/**
 * What search() looks through and how: every blank-separated term must occur, in any order, as a part
 * of a word, letter case ignored. Looked through: name, error, tags and the string values (not the
 * keys) of inputs, outputs and metadata. LangSmith says "all string fields" and its own engineers
 * doubt the error text (UNKNOWNS U9); it also drops stop words and everything beyond the first 250
 * characters, which is not done here.
 */
import type { Item } from './flatten.ts';
import { fold } from './like.ts';

export interface SearchableRun {
  readonly name: string;
  readonly error?: string;
  readonly tags: readonly string[];
  readonly inputs: readonly Item[];
  readonly outputs: readonly Item[];
  readonly metadata: readonly Item[];
}

/** Folded. A quoted phrase cannot be told from its words, so there are only words. */
export function searchTerms(text: string): readonly string[] {
  return fold(text)
    .split(/\s+/)
    .filter((term) => term !== '');
}

/** Folded; one line for each text, so that no term matches across two of them. */
export function searchText(run: SearchableRun): string {
  const payload = [run.inputs, run.outputs, run.metadata].map(textOfItems);
  return fold([run.name, run.error ?? '', ...run.tags, ...payload].join('\n'));
}

export function matchesTerms(terms: readonly string[], foldedText: string): boolean {
  return terms.every((term) => foldedText.includes(term));
}

/** The text that like(inputs, …) and like(outputs, …) see: all string values, one below the other. */
export function textOfItems(items: readonly Item[]): string {
  return items.flatMap(({ value }) => (typeof value === 'string' ? value : [])).join('\n');
}
