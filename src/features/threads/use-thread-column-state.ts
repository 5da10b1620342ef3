import { useMemo } from 'react';
import { useTablePreferences } from '../../parts/table/table-preferences.ts';
import { usePins } from '../../parts/table/use-pins.ts';
import type { ThreadsScreen } from '../../url/screens.ts';
import { knownColumns } from './thread-columns.ts';

/** Order and choice live in the link, widths in this browser; the table sees one value. */
export function useThreadColumnState({ columns }: ThreadsScreen) {
  const { widths, setWidths } = useTablePreferences();
  const order = useMemo(() => knownColumns({ columns }).order, [columns]);
  const { pinned, setPinned } = usePins('threads', order, 'thread_id');
  const state = useMemo(() => ({ order, widths, pinned }), [order, widths, pinned]);
  return { state, setWidths, setPinned };
}
