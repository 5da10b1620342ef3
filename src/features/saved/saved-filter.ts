import { type SavedQuery, scopesOf } from './saved-query.ts';

/** `team`: in LangSmith, for all who see the project. `browser`: here, for this person. */
export type Place = 'team' | 'browser';

export type SavedContent =
  | { readonly kind: 'query'; readonly query: SavedQuery }
  /** Shown as it stands, never dropped. */
  | {
      readonly kind: 'unreadable';
      readonly reason: string;
      readonly texts: readonly (readonly [name: string, text: string])[];
    };

export interface SavedFilter {
  readonly place: Place;
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly content: SavedContent;
  /** What was translated, left out or could not be read. */
  readonly remarks: readonly string[];
  /** Another text means that somebody changed it. */
  readonly version: string;
  /** Epoch milliseconds. */
  readonly changedAt?: number;
}

export interface SavedDraft {
  readonly name: string;
  readonly description: string;
  readonly query: SavedQuery;
}

/** One place that keeps saved filters. */
export interface Shelf {
  readonly place: Place;
  list(signal?: AbortSignal): Promise<ShelfList>;
  /** As it is stored now; undefined when it is gone. */
  get(id: string): Promise<SavedFilter | undefined>;
  create(draft: SavedDraft): Promise<SavedFilter>;
  update(id: string, draft: SavedDraft): Promise<SavedFilter>;
  /** Touches name and description only. */
  rename(saved: SavedFilter, name: string, description: string): Promise<SavedFilter>;
  remove(id: string): Promise<void>;
  /** Lets go of the damaged copies of the list. */
  forgetDamaged?(): Promise<void>;
}

export interface ShelfList {
  readonly filters: readonly SavedFilter[];
  /** Sentences about what is kept there and cannot be listed. */
  readonly problems: readonly string[];
  /** Texts of lists that were damaged and put aside. */
  readonly damaged?: readonly string[];
}

/** Another one that people would take for this one: case and blanks around it make no other name. */
export function namesakeOf(
  name: string,
  filters: readonly SavedFilter[],
  ownId?: string,
): SavedFilter | undefined {
  const plain = (text: string) => text.trim().toLowerCase();
  return filters.find((saved) => saved.id !== ownId && plain(saved.name) === plain(name));
}

/** A name that is not taken yet: "x", "x (2)", … */
export function freeName(name: string, taken: readonly string[]): string {
  if (!taken.includes(name)) return name;
  const base = name.replace(/ \(\d+\)$/, '');
  for (let count = 2; ; count += 1) {
    const next = `${base} (${count})`;
    if (!taken.includes(next)) return next;
  }
}

/** All words must occur somewhere. */
export function matchesSearch(saved: SavedFilter, search: string): boolean {
  const { content } = saved;
  const scopes = content.kind === 'query' ? scopesOf(content.query) : undefined;
  const texts =
    content.kind === 'query'
      ? [scopes?.filter, scopes?.traceFilter, scopes?.treeFilter]
      : content.texts.map(([, text]) => text);
  const all = [saved.name, saved.description, ...texts].join('\n').toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
