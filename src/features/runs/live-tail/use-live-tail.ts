import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Api, ListSelection, TimeWindow } from '../../../contract/api.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { rememberedTop } from '../../../parts/table/list-memory.ts';
import type { RunRow } from '../run-row.ts';
import type { RunPages } from '../use-run-pages.ts';
import { type Followed, followedKey, NOT_FOLLOWED } from './followed.ts';
import { allShown, rowsWith } from './live-rows.ts';
import type { FollowRequest } from './follow.ts';
import type { ListSoFar } from './with-look.ts';

/** Milliseconds between looks; calmer where the server is known to count questions. */
const PACE = { free: 3000, limited: 15_000 } as const;

const loadFollow = () => import('./follow.ts');

export interface LiveTail {
  /** Whether it makes sense here: newest first, up to now. */
  readonly isPossible: boolean;
  readonly isOn: boolean;
  readonly toggle: () => void;
  /** The list with what came since. Stays when following ends. */
  readonly rows: readonly RunRow[];
  /** How many of them came since. */
  readonly newer: number;
  /** Further ones that are held back because somebody reads further down. */
  readonly waiting: number;
  /** Shows what waits. */
  readonly show: () => void;
  /** Why the newest look failed. */
  readonly error: Error | undefined;
  /** How far numbers and gaps stand, and what is needed to do something about it. */
  readonly followed: Followed;
  readonly request: FollowRequest;
  /** The list as the chart and the groups show it. */
  readonly charted: RunPages;
}

/**
 * What began after the list was loaded, and what has changed in it. Rows are added only while the top of the
 * table is in view: nothing that is being read ever moves.
 */
export function useLiveTail(
  api: Api,
  screen: RunsScreen,
  selection: ListSelection,
  pages: RunPages,
): LiveTail {
  const client = useQueryClient();
  const { listId, window, isPrevious } = pages;
  const queryKey = useMemo(() => followedKey(api.connectionId, listId), [api, listId]);
  const list = useMemo(
    (): ListSoFar => ({ rows: pages.rows, isCut: pages.hasMore || pages.stoppedAt !== undefined }),
    [pages.rows, pages.hasMore, pages.stoppedAt],
  );
  const isPossible = isFollowable(screen, window);
  const [onFor, setOnFor] = useState<string>();
  const isOn = isPossible && onFor === listId && !isPrevious && window !== undefined;
  const now = () => client.getQueryData<Followed>(queryKey) ?? NOT_FOLLOWED;
  const put = (next: Partial<Followed>) => client.setQueryData<Followed>(queryKey, { ...now(), ...next });
  const request: FollowRequest = {
    client,
    api,
    screen,
    selection,
    list,
    window: window ?? {},
    readAt: pages.readAt,
    now,
    put,
    // Beside an open trace nobody looks at the top of the table.
    isAtTop: () => screen.peek === undefined && rememberedTop(listId) === 0,
  };

  const { data: followed = NOT_FOLLOWED, error } = useQuery({
    queryKey,
    enabled: isOn,
    staleTime: 0,
    refetchInterval: api.statsPace ? PACE.limited : PACE.free,
    retry: false,
    structuralSharing: false,
    queryFn: async ({ signal }) => (await loadFollow()).follow(request, signal),
  });
  const { live, charted } = followed;

  return {
    isPossible,
    isOn,
    toggle: () => setOnFor(isOn ? undefined : listId),
    rows: useMemo(() => rowsWith(pages.rows, live), [pages.rows, live]),
    newer: live.shown.length,
    waiting: live.waiting.length,
    show: () => put({ live: allShown(now().live) }),
    error: (isOn && error) || undefined,
    followed,
    request,
    charted: useMemo(
      () => (charted ? { ...pages, rows: rowsWith(pages.rows, charted.live), readAt: charted.at } : pages),
      [pages, charted],
    ),
  };
}

const isFollowable = ({ args, sort }: RunsScreen, window: TimeWindow | undefined): boolean =>
  args.order !== 'asc' && args.runIds === undefined && sort === undefined && window?.to === undefined;
