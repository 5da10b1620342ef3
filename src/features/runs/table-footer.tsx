import { useCallback } from 'react';
import { formatCount } from '../../lib/format-count.ts';
import { Button } from '../../ui/button.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { RunsScreen } from '../../url/screens.ts';
import { countSentence } from './count-sentence.ts';
import { MOST_ROWS, useLoadAll } from '../../parts/table/use-load-all.ts';
import styles from './result.module.css';
import { loadFooterFailed } from './popover-parts.ts';
import type { RunPages } from './use-run-pages.ts';

interface TableFooterProps {
  readonly view: RunsScreen['view'];
  readonly pages: RunPages;
  /** Rows that came after those of the pages. */
  readonly newer: number;
  readonly onLimitRemove: () => void;
}

/** As many as v2 gives at once; v1 gives a hundred. */
const LARGE_PAGE = 1000;

/** Below the last row: more is coming, this is all, or why it is not. */
export function TableFooter({ view, pages, newer, onLimitRemove }: TableFooterProps) {
  const { rows, hasMore, stoppedAt, error, isFetching, isFetchingMore, loadMore } = pages;
  const loadLarge = useCallback(() => loadMore(LARGE_PAGE), [loadMore]);
  const [isAll, setAll] = useLoadAll({
    listId: pages.listId,
    rowCount: rows.length,
    hasMore,
    error,
    isFetching,
    loadMore: loadLarge,
  });
  if (error) {
    const props = { error, view, rowCount: rows.length, isBusy: isFetching, onRetry: () => loadMore() };
    return <LazyPart name="reason" loader={loadFooterFailed} props={props} />;
  }
  return (
    <div className={styles.footer} role="status">
      {isFetchingMore ? (
        <>
          <Spinner label="" /> Loading more {view}…{isAll && ` ${formatCount(rows.length)} are here`}
        </>
      ) : (
        countSentence({ view, loaded: rows.length, hasMore, stoppedAt, newer })
      )}
      {stoppedAt !== undefined && (
        <Button size="sm" variant="ghost" onPress={onLimitRemove}>
          Remove the limit
        </Button>
      )}
      {hasMore && !isFetchingMore && !isAll && (
        <>
          <Button size="sm" variant="ghost" onPress={() => loadMore()}>
            Load more
          </Button>
          {rows.length < MOST_ROWS && (
            <Button size="sm" variant="ghost" onPress={() => setAll(true)}>
              Load all, up to {formatCount(MOST_ROWS)}
            </Button>
          )}
        </>
      )}
      {isAll && (
        <Button size="sm" onPress={() => setAll(false)}>
          Stop loading
        </Button>
      )}
    </div>
  );
}
