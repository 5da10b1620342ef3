import type { Api } from '../../contract/api.ts';
import type { ProjectRef } from '../../url/screens.ts';
import type { SavedFilter, ShelfList } from './saved-filter.ts';
import { isSameQuery, queryOf, type SavedScreen } from './saved-query.ts';
import { type Shelves, useLists } from './shelves.ts';

/** The saved filter that the screen names. */
export type CurrentSaved =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly name: string }
  /** It could not be looked up. */
  | { readonly kind: 'unknown'; readonly name: string }
  /** A link from somebody else, or deleted: the screen holds everything nevertheless. */
  | { readonly kind: 'elsewhere'; readonly name: string; readonly ref: ProjectRef }
  | {
      readonly kind: 'here';
      readonly name: string;
      readonly saved: SavedFilter;
      readonly isChanged: boolean;
    };

export function useCurrentSaved(api: Api, shelves: Shelves, screen: SavedScreen): CurrentSaved {
  const ref = screen.saved;
  const { here, shared } = useLists(api, shelves, ref !== undefined);
  if (!ref) return { kind: 'none' };
  const name = ref.name ?? 'a saved filter';
  const all = [...(here.data?.filters ?? []), ...(shelves.team ? (shared.data?.filters ?? []) : [])];
  const saved = all.find(({ id }) => id === ref.id);
  if (saved) return { kind: 'here', name: saved.name, saved, isChanged: isChangedFrom(saved, screen) };
  const isAsking = here.isPending || (shelves.team !== undefined && shared.isFetching);
  if (isAsking) return { kind: 'asking', name };
  const isUnsure = here.isError || (shelves.team !== undefined && shared.isError) || isUnreadable(here.data);
  return isUnsure ? { kind: 'unknown', name } : { kind: 'elsewhere', name, ref };
}

/** It may be among those that cannot be read. */
const isUnreadable = (list: ShelfList | undefined) =>
  list !== undefined && (list.problems.length > 0 || (list.damaged ?? []).length > 0);

const isChangedFrom = ({ content }: SavedFilter, screen: SavedScreen) =>
  content.kind !== 'query' || !isSameQuery(content.query, queryOf(screen));
