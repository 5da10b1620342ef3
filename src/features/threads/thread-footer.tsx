import { formatCount } from '../../lib/format-count.ts';
import { errorAdvice } from '../../parts/error-advice.ts';
import { MOST_ROWS, useLoadAll } from '../../parts/table/use-load-all.ts';
import { Button } from '../../ui/button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { ThreadPages } from './use-thread-pages.ts';
import styles from './threads.module.css';

/** Below the last thread: more is coming, this is all, or why it is not. */
export function ThreadFooter({ pages }: { readonly pages: ThreadPages }) {
  const { listId, threads, hasMore, error, isFetching, isFetchingMore, loadMore } = pages;
  const rowCount = threads.length;
  const [isAll, setAll] = useLoadAll({ listId, rowCount, hasMore, error, isFetching, loadMore });
  if (error) {
    const { title, whatNow } = errorAdvice(error);
    return (
      <div className={styles.footer} role="alert">
        {title}; the {formatCount(rowCount)} threads above are kept. {whatNow}
        <Button size="sm" isPending={isFetching} onPress={loadMore}>
          Try again
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.footer} role="status">
      {isFetchingMore ? (
        <>
          <Spinner label="" /> Loading more threads…{isAll && ` ${formatCount(rowCount)} are here`}
        </>
      ) : hasMore ? (
        `The ${formatCount(rowCount)} latest threads are loaded; there are more.`
      ) : (
        `All ${formatCount(rowCount)} threads of this window.`
      )}
      {hasMore && !isFetchingMore && !isAll && (
        <>
          <Button size="sm" variant="ghost" onPress={loadMore}>
            Load more
          </Button>
          {rowCount < MOST_ROWS && (
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
