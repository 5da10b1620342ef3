/**
 * A table for any number of rows: it renders those in view and a few more. It knows nothing about what a
 * row is: cells are asked for by index and column. What is fast in it: scrolling renders only entering
 * rows, widths are one CSS variable (no row renders while a column is resized), and the keyboard moves
 * one tab stop through the cells.
 */
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
} from 'react';
import { classNames } from '../class-names.ts';
import { BodyRows } from './body-rows.tsx';
import { shownColumns, type ColumnState, type DataColumn } from './column-state.ts';
import styles from './data-table.module.css';
import { HeaderRow } from './header-row.tsx';
import { pinOffsets, pinPlaces } from './pin-style.ts';
import { useColumnTable } from './use-column-table.ts';
import { useCutEdge } from './use-cut-edge.ts';
import { useEndReached } from './use-end-reached.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useHeaderActions } from './use-header-actions.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

export interface RowMarks {
  readonly isMarked: (index: number) => boolean;
  readonly hasAny: boolean;
  readonly isAll: boolean;
  /** `isRange`: up to here from the one before. */
  readonly onMark: (index: number, isRange: boolean) => void;
  /** The focus moves between these rows and takes the end of the marked range along. */
  readonly onExtend: (from: number, to: number) => void;
  readonly onAll: () => void;
  readonly onNone: () => void;
}

/** For whoever takes away what has the focus. */
export interface DataTableHandle {
  /** Gives the focus to a row, or to the cell that had it last. */
  readonly focus: (row?: number) => void;
}

export interface DataTableProps {
  readonly handle?: Ref<DataTableHandle>;
  readonly label: string;
  /** Every column there is; `columnState` says which are shown. Keep it stable between renders. */
  readonly columns: readonly DataColumn[];
  readonly columnState: ColumnState;
  readonly onColumnStateChange: (next: ColumnState) => void;
  readonly rowCount: number;
  /** Rows exist beyond `rowCount`, so the total is not known (announced to screen readers). */
  readonly hasMore?: boolean;
  readonly rowKey: (index: number) => string;
  /** Keep it stable while the data is the same: rows render again when it changes. */
  readonly renderCell: (index: number, columnId: string) => ReactNode;
  /** Makes every cell of the row a link. */
  readonly rowHref?: (index: number) => string | undefined;
  /** The row that is open elsewhere: it is brought into view whenever it becomes another one. */
  readonly activeIndex?: number;
  /** Rows that are marked; undefined = rows cannot be marked. Keep it stable while nothing is marked anew. */
  readonly marks?: RowMarks;
  readonly onEndReached?: () => void;
  readonly onSortToggle?: (columnId: string) => void;
  /** Orders the rows that are here, by columns that the caller cannot order otherwise. */
  readonly onLocalSort?: (columnId: string, isDescending: boolean) => void;
  /** A plain press on a row, or Enter; true = it was taken care of, and the link is not followed. */
  readonly onRowPress?: (index: number) => boolean;
  /** Below the last row: counts, progress, what went wrong. */
  readonly footer?: ReactNode;
  readonly isBusy?: boolean;
  /** Pixels. */
  readonly rowHeight?: number;
  /** Where to begin, for coming back to a table. */
  readonly initialTop?: number;
  readonly onScrolled?: (top: number) => void;
  /** Another key means other rows: the table goes back to the top and keeps the focus. */
  readonly resetKey?: string;
}

export function DataTable(props: DataTableProps) {
  const { columns, columnState, onColumnStateChange, rowCount, rowHeight = 32, initialTop = 0 } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const rowsWindow = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLSpanElement>(null);
  useCutEdge(frame, scroller, end);
  const shown = useColumnTable(columns, columnState, onColumnStateChange);
  const rows = useVirtualRows({ scroller, rowsWindow, rowCount, rowHeight, initialOffset: initialTop });
  const grid = useGridFocus({
    scroller,
    rowCount,
    rowKey: props.rowKey,
    columnCount: shown.length,
    rowHeight,
    initialRow: Math.ceil(initialTop / rowHeight),
    reveal: rows.reveal,
    onExtend: props.marks?.onExtend,
  });
  useImperativeHandle(props.handle, () => ({
    focus: (row) => grid.focus(row === undefined ? {} : { row, column: 0 }),
  }));
  useScrollReset(scroller, props.resetKey);
  const { onStateChange, onFit } = useHeaderActions({
    scroller,
    shown,
    state: columnState,
    onStateChange: onColumnStateChange,
    onFocus: grid.focus,
  });
  useActiveInView(props.activeIndex, props.rowKey, rows.reveal);
  useEndReached(rows.to, rowCount, props.onEndReached);

  // The same array for as long as the same columns are shown, whatever their widths: rows compare it.
  const rowColumns = useMemo(() => shownColumns(columns, columnState.order), [columns, columnState.order]);
  const pins = useMemo(() => pinPlaces(rowColumns, columnState.pinned), [rowColumns, columnState.pinned]);

  return (
    <div ref={frame} className={styles.frame}>
      <div
        ref={scroller}
        className={styles.scroller}
        onScroll={props.onScrolled && ((event) => props.onScrolled?.(event.currentTarget.scrollTop))}
      >
        {/* The grid itself takes no focus; its one tab stop is a cell. */}
        <div
          role="grid"
          tabIndex={-1}
          aria-label={props.label}
          aria-rowcount={props.hasMore ? -1 : rowCount + 1}
          aria-colcount={shown.length}
          aria-busy={props.isBusy}
          className={styles.grid}
          style={gridStyle(shown, pins, rowHeight)}
          onClick={(event) => pressRow(event, props.onRowPress)}
          aria-multiselectable={props.marks ? true : undefined}
          data-marking={props.marks?.hasAny || undefined}
          onKeyDown={(event) => {
            markByKey(event, grid.cell.row, props.marks);
            grid.onKeyDown(event);
          }}
          onFocus={grid.onFocus}
        >
          <HeaderRow
            shown={shown}
            pins={pins}
            state={columnState}
            onStateChange={onStateChange}
            onSortToggle={props.onSortToggle}
            onLocalSort={props.onLocalSort}
            onFit={onFit}
            marks={props.marks}
            end={end}
            tabStop={grid.cell.row < 0 ? grid.cell.column : undefined}
          />
          <BodyRows
            rows={rows}
            rowsWindow={rowsWindow}
            rowCount={rowCount}
            columns={rowColumns}
            pins={pins}
            rowKey={props.rowKey}
            rowHref={props.rowHref}
            renderCell={props.renderCell}
            activeIndex={props.activeIndex}
            marks={props.marks}
            tabStop={grid.cell}
          />
        </div>
        {props.footer !== undefined && (
          <div className={classNames(styles.footer, props.marks && styles.underDock)}>{props.footer}</div>
        )}
      </div>
    </div>
  );
}

/** Space marks the row of the focus, Shift+Space up to it, Ctrl+A all, Escape none; arrows: use-grid-focus. */
function markByKey(event: KeyboardEvent, row: number, marks: RowMarks | undefined): void {
  if (!marks || !(event.target instanceof Element) || !event.target.closest('[data-column]')) return;
  const isCommand = event.ctrlKey || event.metaKey;
  if (event.key === ' ' && row >= 0) marks.onMark(row, event.shiftKey);
  else if (event.key === 'a' && isCommand) marks.onAll();
  else if (event.key === 'Escape' && marks.hasAny) marks.onNone();
  else return;
  event.preventDefault();
}

/** New tabs and windows stay the browser's own. */
function pressRow(event: MouseEvent, onRowPress: DataTableProps['onRowPress']): void {
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  const target = event.target instanceof Element ? event.target : undefined;
  const link = target?.closest('a[data-column]');
  const row = Number(link?.closest('[data-row]')?.getAttribute('data-row') ?? -1);
  if (isPlain && row >= 0 && onRowPress?.(row)) event.preventDefault();
}

function useScrollReset(scroller: RefObject<HTMLElement | null>, key: string | undefined): void {
  const last = useRef(key);
  // The outside system is the element's scroll position.
  useLayoutEffect(() => {
    if (last.current === key) return;
    last.current = key;
    scroller.current?.scrollTo({ top: 0 });
  }, [scroller, key]);
}

/** By its key: rows that come above the open row do not scroll the table. */
function useActiveInView(
  index: number | undefined,
  rowKey: (index: number) => string,
  reveal: (index: number) => void,
): void {
  const key = index === undefined ? undefined : rowKey(index);
  const show = useEffectEvent(() => {
    if (index !== undefined) reveal(index);
  });
  // The outside system is the element's scroll position.
  useLayoutEffect(() => {
    if (key !== undefined) show();
  }, [key]);
}

function gridStyle(
  shown: readonly { readonly width: number }[],
  pins: readonly (number | undefined)[],
  rowHeight: number,
): CSSProperties {
  const widths = shown.map(({ width }) => width);
  const total = widths.reduce((sum, width) => sum + width, 0);
  return {
    '--data-table-columns': `${widths.map((width) => `${width}px`).join(' ')} minmax(0, 1fr)`,
    '--data-table-row': `${rowHeight}px`,
    ...pinOffsets(widths, pins),
    minWidth: total,
  } as CSSProperties;
}
