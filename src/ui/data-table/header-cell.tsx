import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { pinnedCount, stepColumn, WIDTH_STEP, withWidth, type ColumnState } from './column-state.ts';
import styles from './data-table.module.css';
import { pinStyle } from './pin-style.ts';
import type { ShownColumn } from './use-column-table.ts';

interface HeaderCellProps {
  readonly entry: ShownColumn;
  readonly at: number;
  readonly count: number;
  readonly state: ColumnState;
  readonly onStateChange: (next: ColumnState) => void;
  readonly onSortToggle: ((columnId: string) => void) | undefined;
  readonly onLocalSort: ((columnId: string, isDescending: boolean) => void) | undefined;
  readonly isTabStop: boolean;
  readonly isDragged: boolean;
  readonly dropEdge: 'start' | 'end' | undefined;
  readonly onDrag: (columnId: string, clientX: number) => void;
  readonly onDrop: (isCancelled: boolean) => void;
}

export function HeaderCell(props: HeaderCellProps) {
  const { entry, at, count, state, onStateChange, onSortToggle, isTabStop } = props;
  const { column, header, width, isResizing } = entry;
  const isPinned = at < pinnedCount(state);
  const drag = useColumnDrag(column.id, props.onDrag, props.onDrop);

  // Captured, because the menu button inside keeps key presses to itself.
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : undefined;
    if (step === undefined || event.altKey === event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    onStateChange(
      event.altKey ? stepColumn(state, column.id, step) : withWidth(state, column, width + step * WIDTH_STEP),
    );
  };

  return (
    <div
      role="columnheader"
      tabIndex={-1}
      aria-colindex={at + 1}
      aria-sort={column.sort}
      data-column={at}
      onKeyDownCapture={onKeyDown}
      title={column.description}
      style={isPinned ? pinStyle(at) : undefined}
      className={classNames(
        styles.headCell,
        column.align === 'end' && styles.end,
        isPinned && styles.sticky,
        props.isDragged && styles.dragged,
        props.dropEdge === 'start' && styles.dropStart,
        props.dropEdge === 'end' && styles.dropEnd,
      )}
    >
      <span className={styles.title} {...drag}>
        <span className={styles.titleText}>{column.title}</span>
        {column.sort && <Icon source={column.sort === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
      </span>
      <ColumnMenu
        column={column}
        width={width}
        isFirst={at === 0}
        isPinned={isPinned}
        isLast={at === count - 1}
        isOnly={count === 1}
        state={state}
        onStateChange={onStateChange}
        onSortToggle={column.sort && onSortToggle}
        onLocalSort={props.onLocalSort}
        isTabStop={isTabStop}
      />
      <span
        // For the pointer; the keyboard resizes with Shift and an arrow on the header, or from its menu.
        aria-hidden="true"
        className={classNames(styles.resizer, isResizing && styles.resizing)}
        onMouseDown={(event) => header.getResizeHandler()(event)}
        onTouchStart={(event) => header.getResizeHandler()(event)}
      />
    </div>
  );
}

/** Movement below this is a press, not a drag. */
const DRAG_THRESHOLD = 5;

function useColumnDrag(
  id: string,
  onDrag: (columnId: string, clientX: number) => void,
  onDrop: (isCancelled: boolean) => void,
) {
  const start = useRef<{ x: number; isDragging: boolean }>(undefined);
  const finish = (isCancelled: boolean) => {
    const wasDragging = start.current?.isDragging;
    start.current = undefined;
    if (wasDragging) onDrop(isCancelled);
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      // On touch screens a drag scrolls the table; the menu moves columns there.
      if (event.button !== 0 || event.pointerType === 'touch') return;
      start.current = { x: event.clientX, isDragging: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const now = start.current;
      if (!now) return;
      if (Math.abs(event.clientX - now.x) >= DRAG_THRESHOLD) now.isDragging = true;
      if (now.isDragging) onDrag(id, event.clientX);
    },
    onPointerUp: () => finish(false),
    onPointerCancel: () => finish(true),
  };
}
