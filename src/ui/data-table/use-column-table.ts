import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  tableFeatures,
  useTable,
  type ColumnDef,
  type Header,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import {
  clampWidth,
  MAX_WIDTH,
  MIN_WIDTH,
  shownColumns,
  widthOf,
  withWidth,
  type ColumnState,
  type DataColumn,
} from './column-state.ts';

/**
 * TanStack Table keeps the state of the columns and is given no rows at all: an object per row costs
 * 277 MB and half a second at 100,000 rows, the columns alone cost nothing at any number.
 */
const features = tableFeatures({
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
});

type NoRow = Record<string, never>;
const NO_ROWS: NoRow[] = [];

export interface ShownColumn {
  readonly column: DataColumn;
  readonly header: Header<typeof features, NoRow>;
  /** Pixels; follows the pointer while the column is being resized. */
  readonly width: number;
  readonly isResizing: boolean;
}

export function useColumnTable(
  columns: readonly DataColumn[],
  state: ColumnState,
  onStateChange: (next: ColumnState) => void,
): readonly ShownColumn[] {
  const definitions = useMemo(() => columns.map(definitionOf), [columns]);
  const shown = useMemo(() => shownColumns(columns, state.order), [columns, state.order]);
  const controlled = useMemo(() => controlledState(columns, shown, state), [columns, shown, state]);
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    state: controlled,
    // Written once, when the pointer is let go: the widths are stored.
    columnResizeMode: 'onEnd',
    onColumnSizingChange: (update) => {
      const sizes = typeof update === 'function' ? update(controlled.columnSizing) : update;
      const changed = shown.filter((column) => sizes[column.id] !== controlled.columnSizing[column.id]);
      onStateChange(changed.reduce((next, column) => withWidth(next, column, sizes[column.id]!), state));
    },
  });
  const { isResizingColumn, deltaOffset } = table.state.columnResizing;
  const headers = new Map(table.getLeafHeaders().map((header) => [header.column.id, header]));
  return shown.flatMap((column) => {
    const header = headers.get(column.id);
    if (!header) return [];
    const isResizing = isResizingColumn === column.id;
    const width = clampWidth(column, header.getSize() + (isResizing ? (deltaOffset ?? 0) : 0));
    return [{ column, header, width, isResizing }];
  });
}

const definitionOf = (column: DataColumn): ColumnDef<typeof features, NoRow> => ({
  id: column.id,
  header: column.title,
  size: column.width,
  minSize: column.minWidth ?? MIN_WIDTH,
  maxSize: column.maxWidth ?? MAX_WIDTH,
});

function controlledState(
  columns: readonly DataColumn[],
  shown: readonly DataColumn[],
  state: ColumnState,
): {
  columnOrder: string[];
  columnVisibility: Record<string, boolean>;
  columnSizing: Record<string, number>;
} {
  const order = shown.map((column) => column.id);
  const visible = new Set(order);
  return {
    columnOrder: order,
    columnVisibility: Object.fromEntries(columns.map(({ id }) => [id, visible.has(id)])),
    columnSizing: Object.fromEntries(shown.map((column) => [column.id, widthOf(column, state)])),
  };
}
