import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { runStatsOptions } from '../../../api/queries.ts';
import type { Api, ListSelection, RequestPace, TimeWindow } from '../../../contract/api.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { countAgain } from '../count-again.ts';
import { runQueryOf, statsQueryOf } from '../run-query.ts';
import { rowOfRun, rowOfTrace, type RunRow } from '../run-row.ts';
import type { RunPages } from '../use-run-pages.ts';
import { behindWords, type Followed, followedKey, NOT_FOLLOWED } from './followed.ts';
import { allShown, type Gap, type ListSoFar, rowsWith, withGapRead, withLook } from './live-rows.ts';
import { type AskRows, look, readGap } from './look.ts';

/** Milliseconds between looks, and pages of one look; calmer where the server is known to count questions. */
const LOOKS = { free: { pace: 3000, pages: 10 }, limited: { pace: 15_000, pages: 4 } } as const;

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
  isAtTop: () => boolean,
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
  const { pace, pages: most } = api.statsPace ? LOOKS.limited : LOOKS.free;

  const count = async (followed: Followed) => {
    const query = statsQueryOf(screen, runQueryOf(screen, window ?? {}));
    const { queryKey: stats } = runStatsOptions(api, query);
    await client.refetchQueries({ queryKey: stats, exact: true }, { cancelRefetch: false });
    put({ counted: followed.live });
  };

  const { data: followed = NOT_FOLLOWED, error } = useQuery({
    queryKey,
    enabled: isOn,
    staleTime: 0,
    refetchInterval: pace,
    retry: false,
    structuralSharing: false,
    queryFn: async ({ signal }): Promise<Followed> => {
      const lookedAt = Date.now();
      const { live, rounds, lookedAt: seenAt = pages.readAt } = now();
      const ask = asker(api, screen, selection, signal);
      const found = await look({ ask, list, window: window ?? {}, live, seenAt, pages: most, round: rounds });
      // Meanwhile a gap may have been filled, or what waited shown.
      const before = now();
      const merged = withLook(before.live, list, found);
      const after = { ...before, live: isAtTop() ? allShown(merged) : merged, rounds: rounds + 1, lookedAt };
      const isDue = Date.now() - after.countedAt >= countPace(api.statsPace);
      if (!isDue || !behindWords(after.live, after.counted)) return after;
      void count(after);
      return { ...after, countedAt: Date.now() };
    },
  });
  const { live, counted, charted } = followed;

  const filling = useMutation({
    mutationFn: async () => {
      const ask = asker(api, screen, selection, undefined);
      for (const gap of live.gaps) {
        const { rows, rest } = await readGap(ask, gap, most);
        put({ live: withGapRead(now().live, list, gap, rows, rest) });
      }
    },
  });

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

/** Milliseconds between counts of what has come; others ask the same budget. */
const countPace = (pace: RequestPace | undefined): number =>
  pace ? Math.max(LOOKS.limited.pace, (3000 * pace.seconds) / pace.count) : 10_000;

const asker =
  (api: Api, screen: RunsScreen, selection: ListSelection, signal: AbortSignal | undefined): AskRows =>
  async ({ window, runIds }, page) => {
    // Runs are asked for by id whatever they look like by now: a filter must not take them from the table.
    const query = runIds
      ? { projectIds: screen.projects.map(({ id }) => id), window, runIds }
      : runQueryOf(screen, window);
    if (screen.view === 'traces') {
      const answer = await api.queryTraces(query, page, selection, signal);
      return { ...answer, rows: answer.rows.map(rowOfTrace) };
    }
    const answer = await api.queryRuns(query, page, selection, signal);
    return { ...answer, rows: answer.rows.map(rowOfRun) };
  };
