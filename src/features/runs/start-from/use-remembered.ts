import { useEffect } from 'react';
import type { RunsScreen } from '../../../url/screens.ts';
import { useRecentFilters } from './recent-filters.ts';

/** Writes a filter to this browser's list of recent ones once it was answered. `answeredAt` 0 = not yet. */
export function useRemembered(screen: RunsScreen, answeredAt: number): void {
  const remember = useRecentFilters((store) => store.remember);
  const { view, filter, traceFilter, treeFilter } = screen;
  const ids = screen.projects.map(({ id }) => id).join(' ');
  useEffect(() => {
    if (answeredAt === 0 || ids === '' || !(filter || traceFilter || treeFilter)) return;
    remember({ projectIds: ids.split(' '), view, filter, traceFilter, treeFilter, at: answeredAt });
  }, [answeredAt, ids, view, filter, traceFilter, treeFilter, remember]);
}
