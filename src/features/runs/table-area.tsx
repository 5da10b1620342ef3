import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import type { Api } from '../../contract/api.ts';
import { Button } from '../../ui/button.tsx';
import type { DataTableHandle } from '../../ui/data-table/data-table.tsx';
import type { RunsScreen, Screen } from '../../url/screens.ts';
import { withArguments } from './argument-chips.ts';
import { useIsSubtree } from './charts/use-is-subtree.ts';
import { FillRemark } from './fill-remark.tsx';
import type { LiveTail } from './live-tail/use-live-tail.ts';
import { SortNotice } from '../../parts/table/sort-notice.tsx';
import { useSortedRows } from './local-sort/use-sorted-rows.ts';
import { peekOf } from './peek/peek-of.ts';
import { PeekSplit } from './peek/peek-split.tsx';
import { Result } from './result.tsx';
import type { CellContext } from './run-cell.tsx';
import type { RunRow } from './run-row.ts';
import { RunsTable } from './runs-table.tsx';
import styles from './runs-page.module.css';
import { SelectionPart } from './selection/selection-part.tsx';
import { useTablePreferences } from '../../parts/table/table-preferences.ts';
import { useRowMarks } from '../../parts/table/use-row-marks.ts';
import type { useRunColumns } from './use-run-columns.ts';
import type { RunPages } from './use-run-pages.ts';

export interface TableAreaProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly pages: RunPages;
  readonly tail: LiveTail;
  readonly isSendable: boolean;
  readonly isNarrow: boolean;
  readonly columns: ReturnType<typeof useRunColumns>;
  readonly context: CellContext;
  readonly onScreenChange: (next: RunsScreen, how: 'push' | 'replace') => void;
  readonly hrefOf: (screen: Screen) => string;
  readonly renderDownload: (
    selection: { readonly runIds: readonly string[]; readonly traceIds: readonly string[] } | undefined,
  ) => ReactNode;
  readonly renderPeek: (peek: NonNullable<RunsScreen['peek']>) => ReactNode;
}

/** The rows, what stands above them, and a trace beside them. */
export function TableArea(props: TableAreaProps) {
  const { api, screen, pages, tail, columns, onScreenChange, hrefOf } = props;
  const { isPeeking } = useTablePreferences();
  const { sort, peek } = screen;
  const { rows, isSorting } = useSortedRows(pages.listId, tail.rows, sort);
  const go = (next: RunsScreen) => onScreenChange(next, 'push');
  const { marked, marks } = useRowMarks(pages.listId, rows, runIdOf);
  const isSubtree = useIsSubtree(api, screen);
  const grid = useRef<DataTableHandle>(null);
  const goToTop = useGoToTop(grid, rows);
  const showWaiting = () => {
    goToTop();
    tail.show();
  };
  const table = (
    <div className={styles.tableArea}>
      {sort && (
        <SortNotice
          sort={sort}
          title={columns.columns.find(({ id }) => id === sort.column)?.title ?? sort.column}
          rowCount={rows.length}
          isSorting={isSorting}
          hasMore={pages.hasMore}
          serverOrder="start time"
          waiting={tail.waiting}
          onWaiting={showWaiting}
          onBack={() => {
            goToTop();
            go({ ...screen, sort: undefined });
          }}
        />
      )}
      {tail.waiting > 0 && !sort && (
        <Button size="sm" variant="primary" onPress={showWaiting}>
          {tail.waiting} new {tail.waiting === 1 ? 'row' : 'rows'} above
        </Button>
      )}
      {pages.fill && <FillRemark {...pages.fill} />}
      <div className={styles.rows}>
        <Result
          api={api}
          screen={screen}
          pages={pages}
          rowCount={rows.length}
          isSendable={props.isSendable}
          onChange={go}
        >
          <RunsTable
            handle={grid}
            screen={screen}
            pages={pages}
            rows={rows}
            newer={tail.newer}
            columns={columns.columns}
            columnState={columns.state}
            onColumnStateChange={columns.setState}
            onOrderToggle={() => go({ ...screen, sort: undefined, args: toggledOrder(screen) })}
            onLocalSort={(column, isDescending) => go({ ...screen, sort: { column, isDescending } })}
            onLimitRemove={() => go({ ...screen, args: withArguments(screen.args, { limit: undefined }) })}
            onRowPress={(row) => {
              if (!isPeeking) return false;
              onScreenChange({ ...screen, peek: peekOf(row, peek) }, peek ? 'replace' : 'push');
              return true;
            }}
            marks={marks}
            context={props.context}
            hrefOf={hrefOf}
          />
        </Result>
      </div>
      <SelectionPart
        marked={marked}
        marks={marks}
        loadedCount={rows.length}
        isSubtree={isSubtree}
        onFilter={(runIds) => {
          goToTop();
          go({ ...screen, args: withArguments(screen.args, { runIds }) });
        }}
        onCleared={() => grid.current?.focus()}
        renderDownload={props.renderDownload}
      />
    </div>
  );
  return (
    <PeekSplit
      screen={screen}
      table={table}
      rows={rows}
      pages={pages}
      isNarrow={props.isNarrow}
      onScreenChange={onScreenChange}
      onClosed={(at) => grid.current?.focus(at)}
      hrefOf={hrefOf}
      renderPeek={props.renderPeek}
    />
  );
}

/** The focus goes to the first row, once other rows are there. */
function useGoToTop(grid: RefObject<DataTableHandle | null>, rows: readonly RunRow[]): () => void {
  const isWanted = useRef(false);
  useEffect(() => {
    if (!isWanted.current) return;
    isWanted.current = false;
    grid.current?.focus(0);
  }, [grid, rows]);
  return () => {
    isWanted.current = true;
  };
}

const runIdOf = ({ run }: RunRow) => run.id;

/** Newest first is what the server does by itself, so only the other order is asked for. */
const toggledOrder = ({ args }: RunsScreen) =>
  withArguments(args, { order: args.order === 'asc' ? undefined : 'asc' });
