import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Api } from '../../../contract/api.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { runQueryOf } from '../run-query.ts';
import { rowOfRun, rowOfTrace, type RunRow } from '../run-row.ts';
import type { RunPages } from '../use-run-pages.ts';

/** Milliseconds between looks; calmer where the server is known to count questions. */
const PACE = { free: 3000, limited: 15_000 } as const;
/** Runs arrive late and out of order; so far back is looked again. */
const OVERLAP = 120_000;
const PAGE = 100;

export interface LiveTail {
  /** Whether it makes sense here: newest first, up to now. */
  readonly isPossible: boolean;
  readonly isOn: boolean;
  readonly toggle: () => void;
  /** New rows above those of the list. */
  readonly rows: readonly RunRow[];
  /** Of them, those that are held back because somebody reads further down. */
  readonly waiting: number;
  /** Shows what waits. */
  readonly show: () => void;
  readonly error: Error | undefined;
}

/**
 * What began after the list was loaded. Rows are added above only while the top of the table is in view: nothing
 * that is being read ever moves.
 */
export function useLiveTail(api: Api, screen: RunsScreen, pages: RunPages, isAtTop: () => boolean): LiveTail {
  const { listId, rows, window, isPrevious } = pages;
  const isPossible =
    screen.args.order !== 'asc' &&
    window?.to === undefined &&
    screen.args.runIds === undefined &&
    screen.sort === undefined;
  const [onFor, setOnFor] = useState<string>();
  const isOn = isPossible && onFor === listId && !isPrevious;
  const newest = rows[0]?.run.startTime;
  const { data: found = NOTHING, error } = useQuery({
    queryKey: [api.connectionId, 'live-tail', listId, newest],
    queryFn: ({ signal }) => ask(api, screen, newest, signal),
    enabled: isOn,
    refetchInterval: api.statsPace ? PACE.limited : PACE.free,
    retry: false,
  });
  const fresh = useMemo(() => {
    const known = new Set(rows.map(({ run }) => run.id));
    return found.filter(({ run }) => !known.has(run.id));
  }, [found, rows]);
  // How many of the fresh rows, from the oldest on, are shown.
  const [shown, setShown] = useState({ listId, count: 0 });
  const count = shown.listId === listId ? Math.min(shown.count, fresh.length) : 0;
  if (isOn && count < fresh.length && isAtTop()) setShown({ listId, count: fresh.length });
  return {
    isPossible,
    isOn,
    toggle: () => setOnFor(isOn ? undefined : listId),
    rows: isOn ? fresh.slice(fresh.length - count) : NOTHING,
    waiting: isOn ? fresh.length - count : 0,
    show: () => setShown({ listId, count: fresh.length }),
    error: error ?? undefined,
  };
}

const NOTHING: readonly RunRow[] = [];

async function ask(
  api: Api,
  screen: RunsScreen,
  newest: number | undefined,
  signal: AbortSignal,
): Promise<readonly RunRow[]> {
  const query = runQueryOf(screen, newest === undefined ? {} : { from: newest - OVERLAP });
  const select = { previews: true, metadata: true };
  const page = { pageSize: PAGE };
  return screen.view === 'traces'
    ? (await api.queryTraces(query, page, select, signal)).rows.map(rowOfTrace)
    : (await api.queryRuns(query, page, select, signal)).rows.map(rowOfRun);
}
