import { joinedRows, type RunRow } from './run-row.ts';

export interface RunList {
  readonly rows: readonly RunRow[];
  /** Further rows may be asked for. */
  readonly hasMore: boolean;
  /** The `limit` argument, when it is what ended the list. */
  readonly stoppedAt: number | undefined;
  /** Pages read so far, when none of them had a row. */
  readonly emptyPages: number;
}

/** What the pages read so far amount to. `limit` may end a list in the middle of a page. */
export function runList(
  pages: readonly { readonly rows: readonly RunRow[] }[],
  hasNextPage: boolean,
  limit = Infinity,
): RunList {
  const all = joinedRows(pages);
  const isCut = all.length > limit || (hasNextPage && all.length === limit);
  return {
    rows: isCut ? all.slice(0, limit) : all,
    hasMore: hasNextPage && !isCut,
    stoppedAt: isCut ? limit : undefined,
    emptyPages: all.length === 0 ? pages.length : 0,
  };
}
