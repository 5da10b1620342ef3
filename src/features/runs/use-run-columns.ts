import { useMemo } from 'react';
import type { ColumnState, DataColumn } from '../../ui/data-table/column-state.ts';
import type { RunsScreen } from '../../url/screens.ts';
import { withArguments } from './argument-chips.ts';
import { allColumns, columnIdOf, columnsForLink, type ShownFields } from './run-columns.ts';
import { knownKeys, type RunRow } from './run-row.ts';
import { useTablePreferences } from '../../parts/table/table-preferences.ts';
import { usePins } from '../../parts/table/use-pins.ts';

interface RunColumns {
  readonly columns: readonly DataColumn[];
  readonly state: ColumnState;
  readonly setState: (next: ColumnState) => void;
  readonly reset: () => void;
}

/** The arrow stands at the column that the rows are really ordered by. */
function withLocalSort(column: DataColumn, { column: id, isDescending }: NonNullable<RunsScreen['sort']>) {
  const { sort: _server, ...rest } = column;
  return column.id === id
    ? { ...rest, sort: isDescending ? ('descending' as const) : ('ascending' as const) }
    : rest;
}

/** Order and choice live in the link, widths in this browser; the table sees one value. */
export function useRunColumns(
  screen: RunsScreen,
  { order }: ShownFields,
  rows: readonly RunRow[],
  isNarrow: boolean,
  onScreenChange: (next: RunsScreen, how: 'replace') => void,
): RunColumns {
  const { widths, setWidths } = useTablePreferences();
  const { pinned, setPinned } = usePins('runs', order, 'name');
  const sort = screen.args.order ?? 'desc';
  const keys = useMemo(() => knownKeys(rows), [rows]);
  const local = screen.sort;
  const columns = useMemo(() => {
    const all = allColumns(order, keys, { sort, isNarrow });
    return local ? all.map((column) => withLocalSort(column, local)) : all;
  }, [order, keys, sort, isNarrow, local]);
  const state = useMemo(() => ({ order, widths, pinned }), [order, widths, pinned]);

  const setState = (next: ColumnState) => {
    if (next.widths !== widths) setWidths(next.widths);
    // What follows from the order must not change with it.
    if (next.pinned !== pinned || next.order !== order) setPinned(next.pinned);
    if (next.order === order) return;
    // A selected field whose column was taken away is no longer selected.
    const select = screen.args.select?.filter((field) => next.order.includes(columnIdOf(field) ?? field));
    onScreenChange(
      {
        ...screen,
        columns: columnsForLink(screen.view, next.order),
        args: withArguments(screen.args, { select }),
      },
      'replace',
    );
  };
  const reset = () => {
    setWidths({});
    setPinned(['name']);
    const args = withArguments(screen.args, { select: undefined });
    onScreenChange({ ...screen, columns: undefined, args }, 'replace');
  };
  return { columns, state, setState, reset };
}
