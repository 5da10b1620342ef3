import { useRef, useState, type ReactNode, type Ref, type RefObject } from 'react';
import { HeaderCell } from './header-cell.tsx';
import { moveColumn, type ColumnState } from './column-state.ts';
import styles from './data-table.module.css';
import type { RowMarks } from './data-table.tsx';
import { dropTargetAt } from './drop-target.ts';
import type { ShownColumn } from './use-column-table.ts';

interface HeaderRowProps {
  readonly shown: readonly ShownColumn[];
  readonly pins: readonly (number | undefined)[];
  readonly state: ColumnState;
  readonly onStateChange: (next: ColumnState) => void;
  readonly onSortToggle: ((columnId: string) => void) | undefined;
  readonly onLocalSort: ((columnId: string, isDescending: boolean) => void) | undefined;
  readonly onFit: (columnId: string) => void;
  readonly marks: RowMarks | undefined;
  /** At the end of the columns. */
  readonly end: Ref<HTMLSpanElement>;
  readonly tabStop: number | undefined;
}

/** A column under way to another place; `before` undefined = behind the last one. */
interface Drag {
  readonly id: string;
  readonly before: string | undefined;
}

export function HeaderRow({
  shown,
  pins,
  state,
  onStateChange,
  onSortToggle,
  onLocalSort,
  onFit,
  marks,
  end,
  tabStop,
}: HeaderRowProps): ReactNode {
  const row = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<Drag>();

  const dragTo = (id: string, clientX: number) => {
    const before = dropTargetAt(clientX, boundsOf(row, shown));
    setDrag({ id, before });
  };
  const drop = (isCancelled: boolean) => {
    if (drag && !isCancelled) onStateChange(moveColumn(state, drag.id, drag.before));
    setDrag(undefined);
  };

  return (
    <div role="rowgroup" className={styles.head}>
      <div role="row" ref={row} aria-rowindex={1} data-row={-1} className={styles.headRow}>
        {shown.map((entry, at) => (
          <HeaderCell
            key={entry.column.id}
            entry={entry}
            at={at}
            count={shown.length}
            pin={pins[at]}
            state={state}
            onStateChange={onStateChange}
            onSortToggle={onSortToggle}
            onLocalSort={onLocalSort}
            onFit={onFit}
            marks={marks}
            isTabStop={tabStop === at}
            isDragged={drag?.id === entry.column.id}
            dropEdge={dropEdge(drag, entry.column.id, at === shown.length - 1)}
            onDrag={dragTo}
            onDrop={drop}
          />
        ))}
      </div>
      <span ref={end} className={styles.lastPixel} aria-hidden="true" />
    </div>
  );
}

function dropEdge(drag: Drag | undefined, id: string, isLast: boolean): 'start' | 'end' | undefined {
  if (!drag || drag.id === drag.before) return undefined;
  if (drag.before === id) return 'start';
  return drag.before === undefined && isLast ? 'end' : undefined;
}

function boundsOf(row: RefObject<HTMLElement | null>, shown: readonly ShownColumn[]) {
  const cells = [...(row.current?.children ?? [])];
  return shown.map(({ column }, at) => {
    const rect = cells[at]?.getBoundingClientRect();
    return { id: column.id, left: rect?.left ?? 0, right: rect?.right ?? 0 };
  });
}
