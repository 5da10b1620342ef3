import {
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { gridStep, type GridCell } from './grid-step.ts';
import { rowOfKey } from './row-of-key.ts';

interface GridFocusOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly rowKey: (index: number) => string;
  readonly columnCount: number;
  readonly rowHeight: number;
  readonly initialRow: number;
  readonly reveal: (index: number) => void;
  /** Shift and a key that changes the row; undefined = rows cannot be marked. */
  readonly onExtend: ((from: number, to: number) => void) | undefined;
}

interface GridFocus {
  readonly cell: GridCell;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: (event: FocusEvent) => void;
  /** Moves the browser's focus to a cell, once it is rendered. */
  readonly focus: (to?: Partial<GridCell>) => void;
}

/** A cell of a row, wherever that row is by now; without a key it is a place. */
interface WantedCell extends GridCell {
  readonly key: string | undefined;
}

/** One tab stop for the whole table, moved by the arrow keys (ARIA grid pattern). */
export function useGridFocus(options: GridFocusOptions): GridFocus {
  const { scroller, rowCount, rowKey, columnCount, rowHeight, reveal, onExtend } = options;
  const [wanted, setWanted] = useState<WantedCell>({ row: options.initialRow, column: 0, key: undefined });
  const place = useMemo(() => rowOfKey(wanted, rowCount, rowKey), [wanted, rowCount, rowKey]);
  const row = Math.min(place, rowCount - 1);
  const column = Math.max(0, Math.min(wanted.column, columnCount - 1));
  const cell: GridCell = { row, column };
  const mustFocus = useRef(false);

  const setCell = useCallback(
    (next: GridCell) => setWanted({ ...next, key: next.row < 0 ? undefined : rowKey(next.row) }),
    [rowKey],
  );

  // The outside system is the browser's focus, which follows the cell once that is rendered.
  useLayoutEffect(() => {
    if (!mustFocus.current || !scroller.current) return;
    mustFocus.current = false;
    const target = focusTarget(scroller.current, { row, column });
    target?.focus({ preventScroll: true });
    if (target) revealSideways(scroller.current, target);
  }, [wanted, row, column, scroller]);

  function onKeyDown(event: KeyboardEvent) {
    if (event.altKey || event.defaultPrevented || !isInCell(event.target)) return;
    const height = scroller.current?.clientHeight ?? 0;
    const pageRows = Math.floor(height / rowHeight) - 1;
    const next = gridStep(
      cell,
      { key: event.key, isCommand: event.ctrlKey || event.metaKey },
      { rowCount, columnCount, pageRows },
    );
    if (!next || (event.shiftKey && !(onExtend && isOtherRow(cell, next)))) return;
    event.preventDefault();
    if (next.row === cell.row && next.column === cell.column) return;
    if (event.shiftKey) onExtend?.(cell.row, next.row);
    if (next.row >= 0) reveal(next.row);
    mustFocus.current = true;
    setCell(next);
  }

  function onFocus(event: FocusEvent) {
    const focused = cellOf(event.target);
    if (focused && (focused.row !== cell.row || focused.column !== cell.column)) setCell(focused);
  }

  function focus(to: Partial<GridCell> = {}) {
    const next = { ...cell, ...to };
    if (next.row >= 0) reveal(next.row);
    mustFocus.current = true;
    setCell(next);
  }

  return { cell, onKeyDown, onFocus, focus };
}

/** Both are rows of data: the header cannot be marked. */
const isOtherRow = (from: GridCell, to: GridCell) => from.row >= 0 && to.row >= 0 && from.row !== to.row;

const isInCell = (target: EventTarget) => target instanceof Element && cellOf(target) !== undefined;

function cellOf(target: Element): GridCell | undefined {
  const row = target.closest<HTMLElement>('[data-row]')?.dataset.row;
  const column = target.closest<HTMLElement>('[data-column]')?.dataset.column;
  return row === undefined || column === undefined ? undefined : { row: Number(row), column: Number(column) };
}

function focusTarget(scroller: HTMLElement, { row, column }: GridCell): HTMLElement | undefined {
  const found = scroller.querySelector<HTMLElement>(`[data-row="${row}"] [data-column="${column}"]`);
  return found?.querySelector<HTMLElement>('button:not([role="checkbox"])') ?? found ?? undefined;
}

/** Horizontally only: where the row is on the vertical axis is the virtual list's affair. */
function revealSideways(scroller: HTMLElement, target: HTMLElement): void {
  const cell = target.closest<HTMLElement>('[role="gridcell"], [role="columnheader"]');
  if (!cell || isSticky(cell)) return;
  const cells = [...(cell.parentElement?.children ?? [])];
  const before = cells.slice(0, cells.indexOf(cell));
  const sticky = before.filter(isSticky).reduce((sum, each) => sum + each.clientWidth, 0);
  const left = cell.offsetLeft - sticky;
  const right = cell.offsetLeft + cell.offsetWidth - scroller.clientWidth;
  if (scroller.scrollLeft > left) scroller.scrollLeft = left;
  else if (scroller.scrollLeft < right) scroller.scrollLeft = right;
}

const isSticky = (cell: Element) => getComputedStyle(cell).position === 'sticky';
