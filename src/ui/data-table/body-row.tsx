import { memo, type ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { DataColumn } from './column-state.ts';
import styles from './data-table.module.css';
import { pinStyle } from './pin-style.ts';
import { RowMark } from './row-mark.tsx';

interface BodyRowProps {
  readonly index: number;
  readonly columns: readonly DataColumn[];
  /** Of each column that stays, its place among those. */
  readonly pins: readonly (number | undefined)[];
  readonly renderCell: (index: number, columnId: string) => ReactNode;
  readonly href: string | undefined;
  readonly isActive: boolean;
  /** Undefined: rows cannot be marked. */
  readonly isMarked: boolean | undefined;
  readonly onMark: ((index: number, isRange: boolean) => void) | undefined;
  /** The cell that has the table's one tab stop, when it is in this row. */
  readonly tabStop: number | undefined;
  /** Rendered only to keep the focus: the view has been scrolled away from it. */
  readonly isAside: boolean;
}

/**
 * Re-renders only when its own data changes, never because of scrolling. Each cell holds a real link, so
 * that the middle button, "open in new tab" and Enter are the browser's own everywhere in the row.
 */
export const BodyRow = memo(function BodyRow(props: BodyRowProps) {
  const { index, columns, pins, renderCell, href, isActive, isMarked, onMark, tabStop, isAside } = props;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-selected={isMarked || undefined}
      aria-current={isActive || undefined}
      data-row={index}
      className={classNames(
        styles.row,
        isActive && styles.active,
        isMarked && styles.marked,
        isAside && styles.aside,
      )}
    >
      {columns.map((column, at) => (
        <div
          key={column.id}
          role="gridcell"
          aria-colindex={at + 1}
          style={pinStyle(pins[at])}
          className={classNames(
            styles.cell,
            column.align === 'end' && styles.end,
            pins[at] !== undefined && styles.sticky,
            pins[at] === 0 && styles.firstPin,
            at === 0 && onMark && styles.markable,
          )}
        >
          {at === 0 && onMark && (
            <RowMark
              label={`Select row ${index + 1}`}
              isMarked={isMarked ?? false}
              onMark={(isRange) => onMark(index, isRange)}
            />
          )}
          <CellContent href={href} column={at} isTabStop={tabStop === at}>
            {renderCell(index, column.id)}
          </CellContent>
        </div>
      ))}
    </div>
  );
});

interface CellContentProps {
  readonly href: string | undefined;
  readonly column: number;
  readonly isTabStop: boolean;
  readonly children: ReactNode;
}

function CellContent({ href, column, isTabStop, children }: CellContentProps) {
  const tabIndex = isTabStop ? 0 : -1;
  return href === undefined ? (
    <div className={styles.content} tabIndex={tabIndex} data-column={column}>
      {children}
    </div>
  ) : (
    // Not draggable, so that text in it can be selected with the mouse.
    <a className={styles.content} href={href} tabIndex={tabIndex} data-column={column} draggable={false}>
      {children}
    </a>
  );
}
