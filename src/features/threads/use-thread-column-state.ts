import { useMemo } from 'react';
import { useTablePreferences } from '../../parts/table/table-preferences.ts';
import type { ThreadsScreen } from '../../url/screens.ts';
import { knownColumns } from './thread-columns.ts';

/** Order and choice live in the link, widths in this browser; the table sees one value. */
export function useThreadColumnState({ columns }: ThreadsScreen) {
  const { widths, pinned, setWidths, setPinned } = useTablePreferences();
  const order = useMemo(() => knownColumns({ columns }).order, [columns]);
  const state = useMemo(() => ({ order, widths, pinned }), [order, widths, pinned]);
  return { state, setWidths, setPinned };
}
