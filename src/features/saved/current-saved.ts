import type { Api } from '../../contract/api.ts';
import type { ProjectRef, RunsScreen } from '../../url/screens.ts';
import type { SavedFilter } from './saved-filter.ts';
import { isSameQuery, queryOf } from './saved-query.ts';
import { type Shelves, useLists } from './shelves.ts';

/** The saved filter that the screen names. */
export type CurrentSaved =
  | { readonly kind: 'none' }
  | { readonly kind: 'asking'; readonly name: string }
  /** A link from somebody else, or deleted: the screen holds everything nevertheless. */
  | { readonly kind: 'elsewhere'; readonly name: string; readonly ref: ProjectRef }
  | {
      readonly kind: 'here';
      readonly name: string;
      readonly saved: SavedFilter;
      readonly isChanged: boolean;
    };

export function useCurrentSaved(api: Api, shelves: Shelves, screen: RunsScreen): CurrentSaved {
  const ref = screen.saved;
  const { here, shared } = useLists(api, shelves, ref !== undefined);
  if (!ref) return { kind: 'none' };
  const name = ref.name ?? 'a saved filter';
  const all = [...(here.data?.filters ?? []), ...(shelves.team ? (shared.data?.filters ?? []) : [])];
  const saved = all.find(({ id }) => id === ref.id);
  if (saved) return { kind: 'here', name: saved.name, saved, isChanged: isChangedFrom(saved, screen) };
  const isAsking = here.isPending || (shelves.team !== undefined && shared.isPending);
  return isAsking ? { kind: 'asking', name } : { kind: 'elsewhere', name, ref };
}

const isChangedFrom = ({ content }: SavedFilter, screen: RunsScreen) =>
  content.kind !== 'query' || !isSameQuery(content.query, queryOf(screen));
