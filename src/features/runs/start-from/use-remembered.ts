import { useEffect } from 'react';
import type { RunsScreen } from '../../../url/screens.ts';
import type { RecentFilter } from './recent-filters.ts';

/** Writes a filter to this browser's list of recent ones once it was answered. `answeredAt` 0 = not yet. */
export function useRemembered(screen: RunsScreen, answeredAt: number): void {
  const { view, filter, traceFilter, treeFilter } = screen;
  const ids = screen.projects.map(({ id }) => id).join(' ');
  // The outside system is the browser's storage.
  useEffect(() => {
    if (answeredAt === 0 || ids === '' || !(filter || traceFilter || treeFilter)) return;
    void remember({ projectIds: ids.split(' '), view, filter, traceFilter, treeFilter, at: answeredAt });
  }, [answeredAt, ids, view, filter, traceFilter, treeFilter]);
}

/** Nobody needs the list to see rows. */
async function remember(asked: RecentFilter): Promise<void> {
  try {
    const { useRecentFilters } = await import('./recent-filters.ts');
    useRecentFilters.getState().remember(asked);
  } catch {
    // The chunk could not be fetched: this one filter is missing in the list, and the next is tried again.
  }
}
