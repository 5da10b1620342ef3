import { describeLink, type LinkFact } from '../../url/describe-link.ts';
import type { SavedContent } from './saved-filter.ts';
import { printQuery, type SavedQuery } from './saved-query.ts';

/** What a saved filter holds, in the words in which links are described. */
export function queryFacts(query: SavedQuery): readonly LinkFact[] {
  return describeLink(printQuery(query)).filter(
    ({ name }) =>
      (name !== 'Page' || query.kind === 'threads') &&
      name !== 'Data' &&
      (name !== 'Time window' || query.window !== undefined),
  );
}

export const contentFacts = (content: SavedContent): readonly LinkFact[] =>
  content.kind === 'query'
    ? queryFacts(content.query)
    : content.texts.map(([name, value]) => ({ name, value, isCode: true }));

export interface Difference {
  readonly name: string;
  /** Undefined: not there. */
  readonly stored?: string;
  readonly shown?: string;
}

/** Only what differs, in the order of the stored one. */
export function differences(stored: readonly LinkFact[], shown: readonly LinkFact[]): readonly Difference[] {
  const valueOf = (facts: readonly LinkFact[], name: string) =>
    facts
      .filter((fact) => fact.name === name)
      .map(({ value }) => value)
      .join(', ') || undefined;
  const names = [...new Set([...stored, ...shown].map(({ name }) => name))];
  return names
    .map((name) => ({ name, stored: valueOf(stored, name), shown: valueOf(shown, name) }))
    .filter((each) => each.stored !== each.shown);
}
