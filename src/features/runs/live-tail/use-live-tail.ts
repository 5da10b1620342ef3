import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Api, ListSelection, TimeWindow } from '../../../contract/api.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { countAgain } from '../count-again.ts';
import { rememberedTop } from '../../../parts/table/list-memory.ts';
import type { RunRow } from '../run-row.ts';
import type { RunPages } from '../use-run-pages.ts';
import { behindWords, type Followed, followedKey, NOT_FOLLOWED } from './followed.ts';
import { allShown, type Gap, rowsWith } from './live-rows.ts';
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
  readonly gaps: readonly Gap[];
  readonly fillGaps: () => void;
  readonly isFilling: boolean;
  readonly error: Error | undefined;
  /** How far the statistics are behind the rows; they follow by themselves. */
  readonly statsBehind: string | undefined;
  /** How far the chart and the groups are; they move only when asked to. */
  readonly chartBehind: string | undefined;
  readonly countAgain: () => void;
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
  const request = {
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
  const { live, counted, charted } = followed;

  const filling = useMutation({ mutationFn: async () => (await loadFollow()).fillGaps(request) });

  return {
    isPossible,
    isOn,
    toggle: () => setOnFor(isOn ? undefined : listId),
    rows: useMemo(() => rowsWith(pages.rows, live), [pages.rows, live]),
    newer: live.shown.length,
    waiting: live.waiting.length,
    show: () => put({ live: allShown(now().live) }),
    gaps: live.gaps,
    fillGaps: () => filling.mutate(),
    isFilling: filling.isPending,
    error: filling.error ?? (isOn ? error : undefined) ?? undefined,
    statsBehind: behindWords(live, counted),
    chartBehind: behindWords(live, (charted ?? NOT_FOLLOWED).live),
    countAgain: () => {
      countAgain(client, api.connectionId);
      put({ counted: live, countedAt: Date.now(), charted: { live, at: Date.now() } });
    },
    charted: useMemo(
      () => (charted ? { ...pages, rows: rowsWith(pages.rows, charted.live), readAt: charted.at } : pages),
      [pages, charted],
    ),
  };
}

const isFollowable = ({ args, sort }: RunsScreen, window: TimeWindow | undefined): boolean =>
  args.order !== 'asc' && args.runIds === undefined && sort === undefined && window?.to === undefined;
