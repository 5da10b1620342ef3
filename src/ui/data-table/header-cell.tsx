import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon.tsx';
import { ColumnMenu } from './column-menu.tsx';
import { stepColumn, WIDTH_STEP, withWidth, type ColumnState } from './column-state.ts';
import styles from './data-table.module.css';
import type { RowMarks } from './data-table.tsx';
import { pinStyle } from './pin-style.ts';
import { RowMark } from './row-mark.tsx';
import type { ShownColumn } from './use-column-table.ts';

interface HeaderCellProps {
  readonly entry: ShownColumn;
  readonly at: number;
  readonly count: number;
  /** Its place among the columns that stay. */
  readonly pin: number | undefined;
  readonly state: ColumnState;
  readonly onStateChange: (next: ColumnState) => void;
  readonly onSortToggle: ((columnId: string) => void) | undefined;
  readonly onLocalSort: ((columnId: string, isDescending: boolean) => void) | undefined;
  /** As wide as what it shows. */
  readonly onFit: (columnId: string) => void;
  /** Of all rows, in the first header; undefined = rows cannot be marked. */
  readonly marks: RowMarks | undefined;
  readonly isTabStop: boolean;
  readonly isDragged: boolean;
  readonly dropEdge: 'start' | 'end' | undefined;
  readonly onDrag: (columnId: string, clientX: number) => void;
  readonly onDrop: (isCancelled: boolean) => void;
}

export function HeaderCell(props: HeaderCellProps) {
  const { entry, at, count, pin, state, onStateChange, onSortToggle, onFit, isTabStop } = props;
  const { column, header, width, isResizing } = entry;
  const marks = at === 0 ? props.marks : undefined;
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
      // Its buttons are no part of its name.
      aria-label={column.title}
      aria-sort={column.sort}
      data-column={at}
      onKeyDownCapture={onKeyDown}
      title={column.description}
      style={pinStyle(pin)}
      className={classNames(
        styles.headCell,
        column.align === 'end' && styles.end,
        pin !== undefined && styles.sticky,
        pin === 0 && styles.firstPin,
        marks && styles.markable,
        props.isDragged && styles.dragged,
        props.dropEdge === 'start' && styles.dropStart,
        props.dropEdge === 'end' && styles.dropEnd,
      )}
    >
      {marks && (
        <RowMark
          label="Select all loaded rows"
          isMarked={marks.isAll || (marks.hasAny && 'mixed')}
          isAlwaysSeen
          onMark={marks.isAll ? marks.onNone : marks.onAll}
        />
      )}
      <span className={styles.title} style={{ marginInlineStart: column.titleInset }} {...drag}>
        <span className={styles.titleText}>{column.title}</span>
        {column.sort && <Icon source={column.sort === 'ascending' ? ArrowUp : ArrowDown} size={12} />}
      </span>
      <ColumnMenu
        column={column}
        width={width}
        isFirst={at === 0}
        isPinned={pin !== undefined}
        isLast={at === count - 1}
        isOnly={count === 1}
        state={state}
        onStateChange={onStateChange}
        onSortToggle={column.sort && onSortToggle}
        onLocalSort={props.onLocalSort}
        onFit={() => onFit(column.id)}
        isTabStop={isTabStop}
      />
      <span
        // For the pointer; the keyboard resizes with Shift and an arrow on the header, or from its menu.
        aria-hidden="true"
        className={classNames(styles.resizer, isResizing && styles.resizing)}
        onMouseDown={(event) => header.getResizeHandler()(event)}
        onTouchStart={(event) => header.getResizeHandler()(event)}
        onDoubleClick={() => onFit(column.id)}
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
