import { Check, Minus } from 'lucide-react';
import { classNames } from '../class-names.ts';
import { Icon } from '../icon.tsx';
import styles from './data-table.module.css';

interface RowMarkProps {
  readonly label: string;
  readonly isMarked: boolean | 'mixed';
  readonly isAlwaysSeen?: boolean;
  readonly onMark: (isRange: boolean) => void;
}

/** The keys of the table do the same: Space for a row, Ctrl+A and Escape for all; it keeps its one tab stop. */
export function RowMark({ label, isMarked, isAlwaysSeen, onMark }: RowMarkProps) {
  return (
    <button
      type="button"
      role="checkbox"
      aria-checked={isMarked}
      aria-label={label}
      tabIndex={-1}
      className={classNames(styles.mark, isAlwaysSeen && styles.seen)}
      // Nor does it keep the focus: the keys work in the cells.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        onMark(event.shiftKey);
        focusCell(event.currentTarget);
      }}
    >
      {isMarked !== false && <Icon source={isMarked === 'mixed' ? Minus : Check} size={12} />}
    </button>
  );
}

/** Of a row the content of the cell, of the header the button of its menu. */
const focusCell = (mark: HTMLElement) =>
  mark.parentElement
    ?.querySelector<HTMLElement>(':scope > [data-column], :scope > button:not([role="checkbox"])')
    ?.focus({ preventScroll: true });
