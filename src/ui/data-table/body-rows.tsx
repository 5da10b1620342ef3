import type { ReactNode, RefObject } from 'react';
import { BodyRow } from './body-row.tsx';
import type { DataColumn } from './column-state.ts';
import styles from './data-table.module.css';
import type { RowMarks } from './data-table.tsx';
import type { GridCell } from './grid-step.ts';
import type { VirtualRows } from './use-virtual-rows.ts';

interface BodyRowsProps {
  readonly rows: VirtualRows;
  readonly rowsWindow: RefObject<HTMLDivElement | null>;
  readonly rowCount: number;
  readonly columns: readonly DataColumn[];
  readonly pins: readonly (number | undefined)[];
  readonly rowKey: (index: number) => string;
  readonly rowHref: ((index: number) => string | undefined) | undefined;
  readonly renderCell: (index: number, columnId: string) => ReactNode;
  readonly activeIndex: number | undefined;
  readonly marks: RowMarks | undefined;
  readonly tabStop: GridCell;
}

export function BodyRows(props: BodyRowsProps) {
  const { rows, rowsWindow, rowCount, columns, tabStop } = props;
  const indexes = Array.from({ length: rows.to - rows.from }, (_, at) => rows.from + at);
  // The focused row stays in the document when it is scrolled away, or the focus would fall to the page.
  const asideIndex = indexes.length > 0 && isAside(tabStop.row, rows, rowCount) ? tabStop.row : undefined;
  if (asideIndex !== undefined) indexes.push(asideIndex);
  return (
    <div role="rowgroup" className={styles.body} style={{ height: rows.spacer }}>
      <div ref={rowsWindow} role="presentation" className={styles.window}>
        {indexes.map((index) => (
          <BodyRow
            key={props.rowKey(index)}
            index={index}
            columns={columns}
            pins={props.pins}
            renderCell={props.renderCell}
            href={props.rowHref?.(index)}
            isActive={props.activeIndex === index}
            isMarked={props.marks?.isMarked(index)}
            onMark={props.marks?.onMark}
            tabStop={tabStop.row === index ? tabStop.column : undefined}
            isAside={index === asideIndex}
          />
        ))}
      </div>
    </div>
  );
}

const isAside = (index: number, rows: VirtualRows, rowCount: number) =>
  index >= 0 && index < rowCount && (index < rows.from || index >= rows.to);
