import { SearchX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { RunsScreen } from '../../url/screens.ts';
import { emptyOffers, emptyReason } from './empty-offers.ts';
import { errorAdvice } from '../../parts/error-advice.ts';
import { TableSkeleton } from './table-skeleton.tsx';
import type { RunPages } from './use-run-pages.ts';

interface ResultProps {
  readonly screen: RunsScreen;
  readonly pages: RunPages;
  /** Those of the pages and those that came since. */
  readonly rowCount: number;
  readonly isSendable: boolean;
  readonly onChange: (next: RunsScreen) => void;
  /** Finds out why there are no rows. */
  readonly whyNothing: ReactNode;
  /** The table, shown when there are rows. */
  readonly children: ReactNode;
}

/** What stands where the table will be, until and unless there are rows. */
export function Result({ screen, pages, rowCount, isSendable, onChange, whyNothing, children }: ResultProps) {
  if (rowCount > 0) return children;
  if (!isSendable) {
    return (
      <EmptyState icon={TriangleAlert} title="This filter has errors">
        It was not sent. Correct it above, then press Enter.
      </EmptyState>
    );
  }
  if (pages.error) return <Failed error={pages.error} onRetry={pages.refresh} isBusy={pages.isFetching} />;
  if (pages.phase === 'loading' || (pages.isFetching && !pages.isSearchPaused)) {
    return <TableSkeleton label={`Loading ${screen.view}`} />;
  }
  if (pages.isSearchPaused) {
    return (
      <EmptyState
        icon={SearchX}
        title="Nothing found so far"
        actions={
          <Button variant="primary" isPending={pages.isFetching} onPress={() => pages.loadMore()}>
            Search on
          </Button>
        }
      >
        The server answered several empty pages and has more to look through.
      </EmptyState>
    );
  }
  return (
    <>
      <Empty screen={screen} onChange={onChange} />
      {whyNothing}
    </>
  );
}

interface FailedProps {
  readonly error: Error;
  readonly isBusy: boolean;
  readonly onRetry: () => void;
}

function Failed({ error, isBusy, onRetry }: FailedProps) {
  const { title, detail, whatNow } = errorAdvice(error);
  return (
    <div role="alert">
      <EmptyState
        icon={TriangleAlert}
        title={title}
        actions={
          <Button variant="primary" isPending={isBusy} onPress={onRetry}>
            Try again
          </Button>
        }
      >
        <p>{detail}</p>
        <p>{whatNow}</p>
      </EmptyState>
    </div>
  );
}

function Empty({ screen, onChange }: Pick<ResultProps, 'screen' | 'onChange'>) {
  const offers = emptyOffers(screen);
  return (
    <div role="status">
      <EmptyState
        icon={SearchX}
        title={`No ${screen.view}`}
        actions={
          offers.length > 0 &&
          offers.map((offer) => (
            <Button key={offer.id} onPress={() => onChange(offer.next)}>
              {offer.label}
            </Button>
          ))
        }
      >
        {emptyReason(screen)}
      </EmptyState>
    </div>
  );
}
