import { TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Api } from '../../contract/api.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LazyPart } from '../../ui/lazy-part.tsx';
import type { RunsScreen } from '../../url/screens.ts';
import { loadFailed } from './popover-parts.ts';
import { TableSkeleton } from './table-skeleton.tsx';
import type { RunPages } from './use-run-pages.ts';

interface ResultProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly pages: RunPages;
  /** Those of the pages and those that came since. */
  readonly rowCount: number;
  readonly isSendable: boolean;
  readonly onChange: (next: RunsScreen) => void;
  /** The table, shown when there are rows. */
  readonly children: ReactNode;
}

const loadNoRows = () => import('./no-rows.tsx').then(({ NoRows }) => NoRows);

/** What stands where the table will be, until and unless there are rows. */
export function Result({ api, screen, pages, rowCount, isSendable, onChange, children }: ResultProps) {
  if (rowCount > 0) return children;
  if (!isSendable) {
    return (
      <EmptyState icon={TriangleAlert} title="This filter has errors">
        It was not sent. Correct it above, then press Enter.
      </EmptyState>
    );
  }
  if (pages.error) {
    const props = { error: pages.error, onRetry: pages.refresh, isBusy: pages.isFetching };
    return <LazyPart name="reason" loader={loadFailed} props={props} />;
  }
  if (pages.phase === 'loading' || (pages.isFetching && !pages.isSearchPaused)) {
    return <TableSkeleton label={`Loading ${screen.view}`} />;
  }
  return <LazyPart name="reasons" loader={loadNoRows} props={{ api, screen, pages, onChange }} />;
}
