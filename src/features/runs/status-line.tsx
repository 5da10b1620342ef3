import { RefreshCw } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Api } from '../../contract/api.ts';
import { formatAbsolute, formatRelative } from '../../lib/format-time.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { useNow } from '../../ui/now.ts';
import type { RunsScreen } from '../../url/screens.ts';
import { StatsStrip } from './stats-strip.tsx';
import styles from './runs-page.module.css';
import type { RunPages } from './use-run-pages.ts';

interface StatusLineProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly isSendable: boolean;
  readonly isDraft: boolean;
  readonly pages: RunPages;
  readonly withoutColumn: readonly string[];
  /** How the numbers and the rows stand to what is still coming. */
  readonly live: ReactNode;
  /** Follows new runs. */
  readonly follow: ReactNode;
}

/** One line above the table: what the query matches, and which question the rows below answer. */
export function StatusLine(props: StatusLineProps) {
  const { api, screen, pages, withoutColumn } = props;
  const { loadedAt } = pages;
  // The page's clock ticks every ten seconds, so an answer may be newer than it.
  const now = useNow();
  return (
    <div className={styles.status}>
      <StatsStrip api={api} screen={screen} window={pages.window} />
      {props.live}
      {withoutColumn.length > 0 && (
        <p className={styles.remark}>
          No column shows {withoutColumn.join(', ')}; open a run to see all of its fields.
        </p>
      )}
      <div className={styles.asOf}>
        <p className={styles.fresh} role="status">
          {rowsRemark(props)}
          {loadedAt > 0 && !pages.isPrevious && (
            <span className={styles.loaded} title={formatAbsolute(loadedAt)}>
              loaded {formatRelative(loadedAt, Math.max(now, loadedAt))}
            </span>
          )}
        </p>
        <IconButton
          label={pages.isFetching ? 'Loading' : 'Load again'}
          icon={
            <RefreshCw
              size={14}
              strokeWidth={1.75}
              className={pages.isFetching ? styles.turning : undefined}
            />
          }
          size="sm"
          onPress={pages.refresh}
        />
        {props.follow}
      </div>
    </div>
  );
}

function rowsRemark({ isSendable, isDraft, pages: { rows, isPrevious } }: StatusLineProps) {
  if (rows.length === 0) return undefined;
  if (!isSendable && isPrevious)
    return <strong>These rows answer the question before; this filter has errors</strong>;
  if (isPrevious) return 'Loading; these rows answer the question before';
  if (isDraft) return <strong>These rows belong to the filter applied last</strong>;
  return undefined;
}
