import { type InfiniteData, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ListSelection } from '../../contract/api.ts';
import { covers, type PageOfRows, withDetails } from './page-details.ts';

/** Pages that are shown and lack what a new column shows. */
export interface Fill {
  readonly lacking: number;
  readonly of: number;
  readonly error: Error | undefined;
  readonly retry: () => void;
}

interface FillOptions<Page extends PageOfRows> {
  readonly queryKey: readonly unknown[];
  readonly data: InfiniteData<Page> | undefined;
  readonly selection: ListSelection;
  /** Pages are being read for other reasons, which would undo a change of them. */
  readonly isBusy: boolean;
  /** `before`: the page that leads to this one. */
  readonly read: (page: Page, before: Page | undefined, signal: AbortSignal) => Promise<PageOfRows>;
}

/** A column may need more than the rows were asked for: they stay, and are read again behind what is shown. */
export function useFill<Page extends PageOfRows>(options: FillOptions<Page>): Fill | undefined {
  const { queryKey, data, selection, isBusy, read } = options;
  const client = useQueryClient();
  const pages = data?.pages ?? [];
  const at = pages.findIndex((each) => !covers(each.selection, selection));
  const page = pages[at];
  const { error, refetch } = useQuery({
    queryKey: ['run-fill', queryKey, at, pages.length, selection],
    enabled: page !== undefined && !isBusy,
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
    queryFn: async ({ signal }) => {
      if (!page) return at;
      const details = await read(page, pages[at - 1], signal);
      client.setQueryData<InfiniteData<Page>>(
        queryKey,
        (now) => now && { ...now, pages: now.pages.with(at, withDetails(now.pages[at] ?? page, details)) },
        // The list itself is as old as it was.
        { updatedAt: client.getQueryState(queryKey)?.dataUpdatedAt },
      );
      return at;
    },
  });
  if (!page) return undefined;
  const lacking = pages.filter((each) => !covers(each.selection, selection)).length;
  return { lacking, of: pages.length, error: error ?? undefined, retry: () => void refetch() };
}
