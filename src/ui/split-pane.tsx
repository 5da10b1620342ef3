import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useRef,
  useState,
} from 'react';
import { classNames } from './class-names.ts';
import { sizeAfterKey } from './split-size.ts';
import styles from './split-pane.module.css';

export interface SplitPaneProps {
  /** Names the separator: "Width of the run panel". */
  readonly label: string;
  /** 'horizontal' = side by side. */
  readonly orientation: 'horizontal' | 'vertical';
  /** Pixels of the sized side. */
  readonly size: number;
  readonly onSizeChange: (size: number) => void;
  readonly min: number;
  readonly max: number;
  readonly sizedSide: 'start' | 'end';
  readonly start: ReactNode;
  /** Undefined: `start` has all of it, and is kept as it is when there is an end again. */
  readonly end: ReactNode | undefined;
}

/**
 * Two panes and a separator for pointer and keyboard. While dragging, the size is this component's own,
 * so that moving does not render the owner of both panes; the owner hears of it at the end.
 */
export function SplitPane(props: SplitPaneProps) {
  const { label, orientation, min, max, sizedSide, start, end, onSizeChange } = props;
  const [dragged, setDragged] = useState<number>();
  const drag = useRef<{ readonly from: number; readonly size: number }>(undefined);
  const isSideBySide = orientation === 'horizontal';
  const clamp = (size: number) => Math.round(Math.min(max, Math.max(min, size)));
  const size = clamp(dragged ?? props.size);
  const along = (event: PointerEvent) => (isSideBySide ? event.clientX : event.clientY);

  function begin(event: PointerEvent<HTMLElement>) {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    event.currentTarget.focus();
    drag.current = { from: along(event), size };
  }

  function move(event: PointerEvent) {
    if (!drag.current) return;
    const moved = along(event) - drag.current.from;
    setDragged(clamp(drag.current.size + (sizedSide === 'start' ? moved : -moved)));
  }

  function finish() {
    if (drag.current && dragged !== undefined) onSizeChange(dragged);
    drag.current = undefined;
    setDragged(undefined);
  }

  function resizeByKey(event: KeyboardEvent) {
    const next = sizeAfterKey({
      key: event.key,
      isFast: event.shiftKey,
      size,
      min,
      max,
      isSideBySide,
      sizedSide,
    });
    if (next === undefined) return;
    event.preventDefault();
    onSizeChange(clamp(next));
  }

  return (
    <div
      className={classNames(
        styles.split,
        isSideBySide ? styles.horizontal : styles.vertical,
        end === undefined ? styles.whole : styles[sizedSide],
      )}
      style={{ '--split-size': `${size}px` } as CSSProperties}
    >
      <div className={styles.pane}>{start}</div>
      {end !== undefined && (
        <>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a focusable separator is a widget (WAI-ARIA window splitter) */}
          <div
            role="separator"
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- as above
            tabIndex={0}
            aria-label={label}
            aria-orientation={isSideBySide ? 'vertical' : 'horizontal'}
            aria-valuenow={size}
            aria-valuemin={min}
            aria-valuemax={max}
            className={classNames(styles.separator, dragged !== undefined && styles.dragging)}
            onPointerDown={begin}
            onPointerMove={move}
            onPointerUp={finish}
            onPointerCancel={finish}
            onKeyDown={resizeByKey}
          />
          <div className={styles.pane}>{end}</div>
        </>
      )}
    </div>
  );
}
