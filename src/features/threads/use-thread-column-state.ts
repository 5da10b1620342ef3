import { useMemo } from 'react';
import { useTablePreferences } from '../../parts/table/table-preferences.ts';
import type { ThreadsScreen } from '../../url/screens.ts';
import { DEFAULT_ORDER } from './thread-columns.ts';

/** Order and choice live in the link, widths in this browser; the table sees one value. */
export function useThreadColumnState({ columns = DEFAULT_ORDER }: ThreadsScreen) {
  const { widths, setWidths } = useTablePreferences();
  const state = useMemo(() => ({ order: columns, widths }), [columns, widths]);
  return { state, setWidths };
}
