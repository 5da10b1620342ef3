import { type Ref, useCallback } from 'react';
import { DataTable, type DataTableHandle, type RowMarks } from '../../ui/data-table/data-table.tsx';
import type { ColumnState, DataColumn } from '../../ui/data-table/column-state.ts';
import type { RunsScreen, Screen } from '../../url/screens.ts';
import { rememberedTop, rememberTop } from '../../parts/table/list-memory.ts';
import { renderRunCell, type CellContext } from './run-cell.tsx';
import type { RunRow } from './run-row.ts';
import { TableFooter } from './table-footer.tsx';
import { ROW_HEIGHTS, useTablePreferences } from '../../parts/table/table-preferences.ts';
import type { RunPages } from './use-run-pages.ts';

interface RunsTableProps {
  readonly handle: Ref<DataTableHandle>;
  readonly screen: RunsScreen;
  readonly pages: RunPages;
  /** Those of the pages in the order that is shown, and what came after them. */
  readonly rows: readonly RunRow[];
  /** How many came after the pages. */
  readonly newer: number;
  readonly columns: readonly DataColumn[];
  readonly columnState: ColumnState;
  readonly onColumnStateChange: (next: ColumnState) => void;
  readonly onOrderToggle: () => void;
  readonly onLocalSort: (column: string, isDescending: boolean) => void;
  /** True: the row is opened otherwise than by its link. */
  readonly onRowPress: (row: RunRow) => boolean;
  readonly onLimitRemove: () => void;
  readonly marks: RowMarks;
  readonly context: CellContext;
  readonly hrefOf: (screen: Screen) => string;
}

export function RunsTable(props: RunsTableProps) {
  const { screen, pages, rows, context, hrefOf, onRowPress } = props;
  const { listId } = pages;
  const density = useTablePreferences((preferences) => preferences.density);
  const { peek } = screen;
  const active = peek ? rows.findIndex(({ run }) => run.id === (peek.rowId ?? peek.traceId)) : -1;
  const { deployment } = screen;

  const rowKey = useCallback((index: number) => rows[index]?.run.id ?? String(index), [rows]);
  const renderCell = useCallback(
    (index: number, columnId: string) => rows[index] && renderRunCell(rows[index], columnId, context),
    [rows, context],
  );
  const rowHref = useCallback(
    (index: number) => rows[index] && hrefOf(traceScreenOf(rows[index], deployment)),
    [rows, deployment, hrefOf],
  );
  const { loadMore } = pages;
  const onEndReached = useCallback(() => loadMore(), [loadMore]);
  const onScrolled = useCallback((top: number) => rememberTop(listId, top), [listId]);

  return (
    <DataTable
      handle={props.handle}
      label={screen.view === 'traces' ? 'Traces' : 'Runs'}
      columns={props.columns}
      columnState={props.columnState}
      onColumnStateChange={props.onColumnStateChange}
      rowCount={rows.length}
      hasMore={pages.hasMore}
      rowKey={rowKey}
      renderCell={renderCell}
      rowHref={rowHref}
      onEndReached={pages.error ? undefined : onEndReached}
      onSortToggle={props.onOrderToggle}
      onLocalSort={props.onLocalSort}
      onRowPress={(index) => rows[index] !== undefined && onRowPress(rows[index])}
      activeIndex={active < 0 ? undefined : active}
      rowHeight={ROW_HEIGHTS[density]}
      marks={props.marks}
      isBusy={pages.isPrevious}
      initialTop={rememberedTop(listId)}
      resetKey={screen.sort ? `${listId} ${screen.sort.column} ${screen.sort.isDescending}` : listId}
      onScrolled={onScrolled}
      footer={
        <TableFooter
          view={screen.view}
          pages={pages}
          newer={props.newer}
          onLimitRemove={props.onLimitRemove}
        />
      }
    />
  );
}

/** The root needs no name in the link: it is what a trace page opens with. */
const traceScreenOf = ({ run }: RunRow, deployment: RunsScreen['deployment']): Screen => ({
  kind: 'trace',
  deployment,
  traceId: run.traceId,
  projectId: run.projectId,
  ...(run.isRoot ? {} : { runId: run.id }),
});
