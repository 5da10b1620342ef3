import type { ReactNode } from 'react';
import { useTablePreferences } from '../../../parts/table/table-preferences.ts';
import { LazyPart } from '../../../ui/lazy-part.tsx';
import { SplitPane } from '../../../ui/split-pane.tsx';
import type { RunRow } from '../run-row.ts';
import type { TableAreaProps } from '../table-area.tsx';
import styles from './peek.module.css';
import { peekOf } from './peek-of.ts';

interface PeekSplitProps extends Pick<
  TableAreaProps,
  'screen' | 'pages' | 'isNarrow' | 'onScreenChange' | 'hrefOf' | 'renderPeek'
> {
  readonly table: ReactNode;
  readonly rows: readonly RunRow[];
  /** `at`: where the row stands that was open; undefined: nowhere among the rows. */
  readonly onClosed: (at: number | undefined) => void;
}

const loadPeekPane = () => import('./peek-pane.tsx').then(({ PeekPane }) => PeekPane);

/**
 * Side by side; on a narrow screen the trace lies over the table. Either way the table stays where it is: what
 * is in view, marked and focused is still so when the trace is closed.
 */
export function PeekSplit(props: PeekSplitProps) {
  const { screen, table, rows, pages, isNarrow, onScreenChange, hrefOf } = props;
  const { peekWidth, setPeekWidth } = useTablePreferences();
  const { peek } = screen;
  const pane = peek && (
    <LazyPart
      name="trace beside the table"
      loader={loadPeekPane}
      props={{
        peek,
        rows,
        hasMore: pages.hasMore,
        isFetchingMore: pages.isFetchingMore,
        onLoadMore: pages.loadMore,
        href: hrefOf({ kind: 'trace', deployment: screen.deployment, ...peek }),
        onStep: (row) => onScreenChange({ ...screen, peek: peekOf(row, peek) }, 'replace'),
        onClose: (at) => {
          onScreenChange({ ...screen, peek: undefined }, 'push');
          props.onClosed(at);
        },
        children: props.renderPeek(peek),
      }}
    />
  );
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
