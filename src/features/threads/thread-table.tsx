import { useCallback, useMemo, useRef } from 'react';
import type { ThreadSummary } from '../../contract/api.ts';
import { rememberedTop, rememberTop } from '../../parts/table/list-memory.ts';
import { SelectionDock } from '../../parts/table/selection-dock.tsx';
import { SortNotice } from '../../parts/table/sort-notice.tsx';
import { ROW_HEIGHTS, useTablePreferences } from '../../parts/table/table-preferences.ts';
import { useRowMarks } from '../../parts/table/use-row-marks.ts';
import { useIsNarrow } from '../../parts/use-is-narrow.ts';
import { DataTable, type DataTableHandle } from '../../ui/data-table/data-table.tsx';
import type { ThreadsScreen } from '../../url/screens.ts';
import { renderThreadCell } from './thread-cell.tsx';
import { knownColumns, orderForLink, sortedThreads, threadColumns } from './thread-columns.ts';
import { ThreadFooter } from './thread-footer.tsx';
import { ThreadSelection } from './thread-selection.tsx';
import type { ThreadsPageProps } from './threads-page-props.ts';
import type { AskedThread } from './thread-users.ts';
import { askedThread, USERS_BATCH } from './threads-queries.ts';
import type { ThreadPages } from './use-thread-pages.ts';
import { useThreadColumnState } from './use-thread-column-state.ts';
import styles from './threads.module.css';

interface ThreadTableProps extends Pick<ThreadsPageProps, 'api' | 'screen' | 'hrefOf' | 'onScreenChange'> {
  readonly projectId: string;
  readonly pages: ThreadPages;
}

export function ThreadTable({ api, screen, projectId, pages, hrefOf, onScreenChange }: ThreadTableProps) {
  const { listId, window, hasMore, loadMore, notices } = pages;
  const isGroupedHere = notices.some(({ id }) => id === 'grouped-here');
  const { sort } = useMemo(() => knownColumns(screen), [screen]);
  const grid = useRef<DataTableHandle>(null);
  const { timeDisplay, density } = useTablePreferences();
  const columnState = useThreadColumnState(screen);
  const threads = useMemo(
    () => (sort ? sortedThreads(pages.threads, sort) : pages.threads),
    [pages.threads, sort],
  );
  const { marked, marks } = useRowMarks(listId, threads, threadIdOf);
  const isNarrow = useIsNarrow();
  const columns = useMemo(() => threadColumns(sort, isNarrow), [sort, isNarrow]);
  const context = useMemo(
    () => ({ api, projectId, window, timeDisplay, neighbours: batches(pages.threads) }),
    [api, projectId, window, timeDisplay, pages.threads],
  );
  const rowKey = useCallback((index: number) => threads[index]?.threadId ?? String(index), [threads]);
  const renderCell = useCallback(
    (index: number, column: string) => threads[index] && renderThreadCell(threads[index], column, context),
    [threads, context],
  );
  const rowHref = useCallback(
    (index: number) => hrefOf({ ...screen, threadId: threads[index]?.threadId }),
    [threads, screen, hrefOf],
  );
  const onScrolled = useCallback((top: number) => rememberTop(listId, top), [listId]);
  const go = (next: ThreadsScreen) => onScreenChange(next, 'push');
  return (
    <div className={styles.tableArea}>
      {sort && (
        <SortNotice
          sort={sort}
          title={columns.find(({ id }) => id === sort.column)?.title ?? sort.column}
          rowCount={threads.length}
          hasMore={hasMore}
          serverOrder="latest activity"
          onBack={() => go({ ...screen, sort: undefined })}
        />
      )}
      <DataTable
        handle={grid}
        label="Threads"
        columns={columns}
        columnState={columnState.state}
        onColumnStateChange={({ order, widths, pinned }) => {
          columnState.setWidths(widths);
          columnState.setPinned(pinned);
          if (order !== columnState.state.order)
            onScreenChange({ ...screen, columns: orderForLink(order) }, 'replace');
        }}
        rowCount={threads.length}
        hasMore={hasMore}
        rowKey={rowKey}
        renderCell={renderCell}
        rowHref={rowHref}
        rowHeight={ROW_HEIGHTS[density]}
        marks={marks}
        onEndReached={pages.error ? undefined : loadMore}
        onLocalSort={(column, isDescending) => go({ ...screen, sort: { column, isDescending } })}
        initialTop={rememberedTop(listId)}
        resetKey={listId}
        onScrolled={onScrolled}
        footer={<ThreadFooter pages={pages} />}
      />
      {marked.length > 0 && (
        <SelectionDock>
          <ThreadSelection
            threads={marked}
            loadedCount={threads.length}
            onAll={marks.onAll}
            onClear={() => {
              marks.onNone();
              grid.current?.focus();
            }}
            onShowTurns={(threadIds) => onScreenChange(turnsOf(screen, threadIds, isGroupedHere), 'push')}
          />
        </SelectionDock>
      )}
    </div>
  );
}

const threadIdOf = ({ threadId }: ThreadSummary) => threadId;

/** Fixed pieces of the list in the order of the server, whatever the order on the screen. */
function batches(threads: readonly ThreadSummary[]): (threadId: string) => readonly AskedThread[] {
  const asked = threads.map(askedThread);
  const places = new Map(asked.map(({ threadId }, index) => [threadId, Math.floor(index / USERS_BATCH)]));
  return (threadId) => {
    const place = places.get(threadId) ?? 0;
    return asked.slice(place * USERS_BATCH, (place + 1) * USERS_BATCH);
  };
}

/** A server that lists no threads may not know `thread_id` either; the metadata it is made of, every server has. */
function turnsOf(screen: ThreadsScreen, threadIds: readonly string[], isGroupedHere: boolean) {
  const keys = 'in(metadata_key, ["session_id","conversation_id","thread_id"])';
  const each = threadIds.map((id) =>
    isGroupedHere
      ? `and(${keys}, eq(metadata_value, ${JSON.stringify(id)}))`
      : `eq(thread_id, ${JSON.stringify(id)})`,
  );
  return {
    kind: 'runs',
    deployment: screen.deployment,
    view: 'traces',
    projects: screen.project ? [screen.project] : [],
    window: screen.window,
    filter: '',
    traceFilter: each.length === 1 ? each[0]! : `or(${each.join(', ')})`,
    treeFilter: '',
    args: {},
  } as const;
}
