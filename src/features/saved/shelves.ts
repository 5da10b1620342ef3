import { type QueryClient, queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Api } from '../../contract/api.ts';
import type { ProjectRef } from '../../url/screens.ts';
import type { SavedFilter, Shelf } from './saved-filter.ts';
import { projectsOf, type SavedScreen } from './saved-query.ts';
import { teamShelf } from './team-shelf.ts';

export interface Shelves {
  readonly browser: Shelf;
  /** Undefined where LangSmith keeps none: the sample, files, and no or several projects. */
  readonly team: { readonly shelf: Shelf; readonly project: ProjectRef } | undefined;
}

/** Views belong to one project. The engine would keep them no longer than the page lives, so it has none. */
export function useShelves(api: Api, browser: Shelf, screen: SavedScreen): Shelves {
  const [project, ...others] = projectsOf(screen);
  const owner = screen.deployment.kind === 'server' && others.length === 0 ? project : undefined;
  return useMemo(
    () => ({
      browser,
      team: owner && { shelf: teamShelf(api.views, owner.id), project: owner },
    }),
    [api, browser, owner],
  );
}

const teamKey = (connectionId: string, projectId: string) => [connectionId, 'saved-filters', projectId];
const BROWSER_KEY = ['browser', 'saved-filters'];

export const teamListOptions = (api: Api, projectId: string) =>
  queryOptions({
    queryKey: teamKey(api.connectionId, projectId),
    queryFn: ({ signal }) => teamShelf(api.views, projectId).list(signal),
    // Others write there, too.
    staleTime: 0,
  });

export const browserListOptions = (shelf: Shelf) =>
  queryOptions({
    queryKey: BROWSER_KEY,
    queryFn: () => shelf.list(),
    // Other tabs write there too, and reading costs nothing.
    staleTime: 0,
  });

export function useLists(api: Api, { browser, team }: Shelves, isWanted = true) {
  const here = useQuery({ ...browserListOptions(browser), enabled: isWanted });
  const shared = useQuery({
    ...teamListOptions(api, team?.project.id ?? ''),
    enabled: isWanted && team !== undefined,
  });
  return { here, shared };
}

/** After anything was written. */
export function useRenewLists(api: Api): () => Promise<void> {
  const client: QueryClient = useQueryClient();
  return async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: BROWSER_KEY }),
      client.invalidateQueries({ queryKey: [api.connectionId, 'saved-filters'] }),
    ]);
  };
}

export const shelfOf = ({ browser, team }: Shelves, { place }: Pick<SavedFilter, 'place'>): Shelf =>
  place === 'team' && team ? team.shelf : browser;
