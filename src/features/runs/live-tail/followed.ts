/** Where the live tail of one list stands. Waits in the query cache beside the rows of the list. */
import type { QueryClient } from '@tanstack/react-query';
import { type LiveRows, NO_LIVE_ROWS } from './live-rows.ts';

export interface Followed {
  readonly live: LiveRows;
  /** What had come when the statistics were last counted. */
  readonly counted: LiveRows;
  /** Epoch milliseconds. */
  readonly countedAt: number;
  /** What had come when the chart was last brought up to date; undefined: as the list was read. */
  readonly charted: { readonly live: LiveRows; readonly at: number } | undefined;
  readonly rounds: number;
  readonly isFilling: boolean;
  /** Why a gap could not be read. */
  readonly fillError: Error | undefined;
  /** When the newest look was asked, epoch milliseconds. */
  readonly lookedAt: number | undefined;
}

export const NOT_FOLLOWED: Followed = {
  live: NO_LIVE_ROWS,
  counted: NO_LIVE_ROWS,
  countedAt: 0,
  charted: undefined,
  rounds: 0,
  isFilling: false,
  fillError: undefined,
  lookedAt: undefined,
};

export const followedKey = (connectionId: string, listId: string) =>
  [connectionId, 'live-rows', listId] as const;

/** The list was read again and holds by now what had come since. */
export const forgetFollowed = (client: QueryClient, connectionId: string, listId: string): void =>
  void client.resetQueries({ queryKey: followedKey(connectionId, listId), exact: true });
