/** Where the live tail of one list stands. Waits in the query cache beside the rows of the list. */
import type { QueryClient } from '@tanstack/react-query';
import { formatCount } from '../../../lib/format-count.ts';
import { countOf, type LiveRows, NO_LIVE_ROWS } from './live-rows.ts';

export interface Followed {
  readonly live: LiveRows;
  /** What had come when the statistics were last counted. */
  readonly counted: LiveRows;
  /** Epoch milliseconds. */
  readonly countedAt: number;
  /** What had come when the chart was last brought up to date; undefined: as the list was read. */
  readonly charted: { readonly live: LiveRows; readonly at: number } | undefined;
  readonly rounds: number;
  /** When the newest look was asked, epoch milliseconds. */
  readonly lookedAt: number | undefined;
}

export const NOT_FOLLOWED: Followed = {
  live: NO_LIVE_ROWS,
  counted: NO_LIVE_ROWS,
  countedAt: 0,
  charted: undefined,
  rounds: 0,
  lookedAt: undefined,
};

export const followedKey = (connectionId: string, listId: string) =>
  [connectionId, 'live-rows', listId] as const;

/** The list was read again and holds by now what had come since. */
export const forgetFollowed = (client: QueryClient, connectionId: string, listId: string): void =>
  void client.resetQueries({ queryKey: followedKey(connectionId, listId), exact: true });

/** How much older a number is than the rows, in words; undefined where it is not. */
export function behindWords(live: LiveRows, counted: LiveRows): string | undefined {
  if (live === counted) return undefined;
  const count = countOf(live) - countOf(counted);
  if (count > 0) return `${formatCount(count)} ${count === 1 ? 'row' : 'rows'} behind`;
  // Gaps, and rows that are shown now instead of waiting, change no number.
  return live.updates === counted.updates ? undefined : 'older than the rows';
}
