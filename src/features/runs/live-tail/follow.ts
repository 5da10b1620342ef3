/** One round of following: loaded when somebody first follows a list. */
import type { QueryClient } from '@tanstack/react-query';
import { runStatsOptions } from '../../../api/queries.ts';
import type { Api, ListSelection, RequestPace, TimeWindow } from '../../../contract/api.ts';
import type { RunsScreen } from '../../../url/screens.ts';
import { countAgain } from '../count-again.ts';
import { runQueryOf, statsQueryOf } from '../run-query.ts';
import { rowOfRun, rowOfTrace } from '../run-row.ts';
import { behindWords } from './behind-words.ts';
import type { Followed } from './followed.ts';
import { allShown } from './live-rows.ts';
import { type AskRows, look, readGap } from './look.ts';
import { type ListSoFar, withGapRead, withLook } from './with-look.ts';

export interface FollowRequest {
  readonly client: QueryClient;
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly selection: ListSelection;
  readonly list: ListSoFar;
  readonly window: TimeWindow;
  /** When the list was read, epoch milliseconds. */
  readonly readAt: number;
  readonly isAtTop: () => boolean;
  readonly now: () => Followed;
  readonly put: (next: Partial<Followed>) => void;
}

/** Pages of one look, fewer where the server is known to count questions. */
const pagesOf = ({ statsPace }: Api) => (statsPace ? 4 : 10);

export async function follow(request: FollowRequest, signal: AbortSignal): Promise<Followed> {
  const { api, list, window, now } = request;
  const lookedAt = Date.now();
  const { live, rounds, lookedAt: seenAt = request.readAt } = now();
  const ask = asker(request, signal);
  const found = await look({ ask, list, window, live, seenAt, pages: pagesOf(api), round: rounds });
  // Meanwhile a gap may have been filled, or what waited shown.
  const before = now();
  const merged = withLook(before.live, list, found);
  const shown = request.isAtTop() ? allShown(merged) : merged;
  const after = { ...before, live: shown, rounds: rounds + 1, lookedAt };
  const isDue = Date.now() - after.countedAt >= countPace(api.statsPace);
  if (!isDue || !behindWords(shown, after.counted)) return after;
  void count(request, after);
  return { ...after, countedAt: Date.now() };
}

/** Every gap as it is now, from the oldest on. */
export async function fillGaps(request: FollowRequest): Promise<void> {
  const { api, list, now, put } = request;
  const ask = asker(request, undefined);
  put({ isFilling: true, fillError: undefined });
  try {
    for (const gap of now().live.gaps) {
      const { rows, rest } = await readGap(ask, gap, pagesOf(api));
      put({ live: withGapRead(now().live, list, gap, rows, rest) });
    }
  } catch (error) {
    // A cursor may have grown too old: the next try reads by time.
    const gaps = now().live.gaps.map(({ from, to }) => ({ from, to }));
    put({
      live: { ...now().live, gaps },
      fillError: error instanceof Error ? error : new Error(String(error)),
    });
  } finally {
    put({ isFilling: false });
  }
}

/** Strip, chart and groups over what is in the table now. */
export function catchUp({ client, api, now, put }: FollowRequest): void {
  const { live } = now();
  countAgain(client, api.connectionId);
  put({ counted: live, countedAt: Date.now(), charted: { live, at: Date.now() } });
}

/** Milliseconds between counts of what has come; others ask the same budget. */
const countPace = (pace: RequestPace | undefined): number =>
  pace ? Math.max(15_000, (3000 * pace.seconds) / pace.count) : 10_000;

/** Only the numbers of the strip, which the facets share; other questions wait until they are asked. */
async function count({ client, api, screen, window, put }: FollowRequest, { live }: Followed) {
  const { queryKey } = runStatsOptions(api, statsQueryOf(screen, runQueryOf(screen, window)));
  await client.refetchQueries({ queryKey, exact: true }, { cancelRefetch: false });
  put({ counted: live });
}

const asker =
  ({ api, screen, selection }: FollowRequest, signal: AbortSignal | undefined): AskRows =>
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
