/**
 * What stands in the three editors, beside what the link has. All of it is one question: it is asked
 * together, and only when none of it has an error.
 */
import { diagnose, hasErrors } from '../../filter/diagnose.ts';
import type { RunsScreen } from '../../url/screens.ts';
import type { FilterName } from './filter-scopes.ts';

export const FILTER_NAMES: readonly FilterName[] = ['filter', 'traceFilter', 'treeFilter'];

export type FilterTexts = Readonly<Record<FilterName, string>>;

export interface Drafts {
  /** The committed texts that the drafts began with. */
  readonly base: FilterTexts;
  readonly texts: FilterTexts;
}

export const textsOf = ({ filter, traceFilter, treeFilter }: RunsScreen): FilterTexts => ({
  filter,
  traceFilter,
  treeFilter,
});

export const draftsOf = (committed: FilterTexts): Drafts => ({ base: committed, texts: committed });

/** A new committed text (the back button, a chip) replaces the draft of its scope, and of no other. */
export function followed(drafts: Drafts, committed: FilterTexts): Drafts {
  const moved = FILTER_NAMES.filter((name) => drafts.base[name] !== committed[name]);
  if (moved.length === 0) return drafts;
  const texts = Object.fromEntries(moved.map((name) => [name, committed[name]]));
  return { base: committed, texts: { ...drafts.texts, ...texts } };
}

export const isChanged = ({ base, texts }: Drafts, name: FilterName): boolean =>
  texts[name].trim() !== base[name].trim();

export const isAnyChanged = (drafts: Drafts): boolean => FILTER_NAMES.some((name) => isChanged(drafts, name));

/** What to ask next; undefined while there is an error in any of the texts. */
export function askable(texts: FilterTexts): FilterTexts | undefined {
  if (FILTER_NAMES.some((name) => hasErrors(diagnose(texts[name])))) return undefined;
  return {
    filter: texts.filter.trim(),
    traceFilter: texts.traceFilter.trim(),
    treeFilter: texts.treeFilter.trim(),
  };
}
