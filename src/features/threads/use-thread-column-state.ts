import { useMemo } from 'react';
import { useTablePreferences } from '../../parts/table/table-preferences.ts';
import type { ThreadsScreen } from '../../url/screens.ts';
import { DEFAULT_ORDER } from './thread-columns.ts';

/** Order and choice live in the link, widths in this browser; the table sees one value. */
export function useThreadColumnState({ columns = DEFAULT_ORDER }: ThreadsScreen) {
  const { widths, pinned, setWidths, setPinned } = useTablePreferences();
  const state = useMemo(() => ({ order: columns, widths, pinned }), [columns, widths, pinned]);
  return { state, setWidths, setPinned };
}
