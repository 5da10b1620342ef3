import type { ReactNode } from 'react';
import { useTablePreferences } from '../../../parts/table/table-preferences.ts';
import { SplitPane } from '../../../ui/split-pane.tsx';
import styles from './peek.module.css';

interface PeekSplitProps {
  readonly table: ReactNode;
  /** The trace; undefined: the table has all of it. */
  readonly pane: ReactNode | undefined;
  readonly isNarrow: boolean;
}

/**
 * Side by side; on a narrow screen the trace lies over the table. Either way the table stays where it is: what
 * is in view, marked and focused is still so when the trace is closed.
 */
export function PeekSplit({ table, pane, isNarrow }: PeekSplitProps) {
  const { peekWidth, setPeekWidth } = useTablePreferences();
  if (isNarrow) {
    return (
      <div className={styles.stack}>
        <div className={styles.under} inert={pane !== undefined}>
          {table}
        </div>
        {pane !== undefined && <div className={styles.over}>{pane}</div>}
      </div>
    );
  }
  return (
    <SplitPane
      label="Width of the trace"
      orientation="horizontal"
      size={peekWidth}
      onSizeChange={setPeekWidth}
      min={420}
      max={1400}
      sizedSide="end"
      start={table}
      end={pane}
    />
  );
}
