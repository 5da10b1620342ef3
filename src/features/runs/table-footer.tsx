import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { RunsScreen } from '../../url/screens.ts';
import { countSentence } from './count-sentence.ts';
import { errorAdvice } from '../../parts/error-advice.ts';
import styles from './result.module.css';
import type { RunPages } from './use-run-pages.ts';

interface TableFooterProps {
  readonly view: RunsScreen['view'];
  readonly pages: RunPages;
  readonly onLimitRemove: () => void;
}

/** Below the last row: more is coming, this is all, or why it is not. */
export function TableFooter({ view, pages, onLimitRemove }: TableFooterProps) {
  const { rows, hasMore, stoppedAt, error, isFetching, isFetchingMore, loadMore } = pages;
  if (error) {
    const { title, detail, whatNow } = errorAdvice(error);
    return (
      <div className={styles.footerError}>
        <Callout
          tone="danger"
          title={`${title}; the ${rows.length} ${view} above are kept`}
          actions={
            <Button size="sm" isPending={isFetching} onPress={loadMore}>
              Try again
            </Button>
          }
        >
          <p>{detail}</p>
          <p>{whatNow}</p>
        </Callout>
      </div>
    );
  }
  return (
    <div className={styles.footer} role="status">
      {isFetchingMore ? (
        <>
          <Spinner label="" /> Loading more {view}…
        </>
      ) : (
        countSentence({ view, loaded: rows.length, hasMore, stoppedAt })
      )}
      {stoppedAt !== undefined && (
        <Button size="sm" variant="ghost" onPress={onLimitRemove}>
          Remove the limit
        </Button>
      )}
      {hasMore && !isFetchingMore && (
        <Button size="sm" variant="ghost" onPress={loadMore}>
          Load more
        </Button>
      )}
    </div>
  );
}
