import { useMemo } from 'react';
import { pinsOf, useTablePreferences } from './table-preferences.ts';

interface Pins {
  readonly pinned: readonly string[];
  readonly setPinned: (pinned: readonly string[]) => void;
}

/** The columns of one table that stay. `own`: the one that does unless the person says otherwise. */
export function usePins(table: string, order: readonly string[], own: string): Pins {
  const { pinned: stored, pinnedCount, setPinned } = useTablePreferences();
  const pinned = useMemo(
    () => pinsOf({ pinned: stored, pinnedCount }, table, order, own),
    [stored, pinnedCount, table, order, own],
  );
  return { pinned, setPinned: (next) => setPinned(table, next) };
}
