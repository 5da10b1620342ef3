import { SearchX } from 'lucide-react';
import type { Api } from '../../contract/api.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { RunsScreen } from '../../url/screens.ts';
import { emptyOffers, emptyReason } from './empty-offers.ts';
import { WhyNothingPart } from './forensics/why-nothing-part.tsx';
import type { RunPages } from './use-run-pages.ts';

interface NoRowsProps {
  readonly api: Api;
  readonly screen: RunsScreen;
  readonly pages: RunPages;
  readonly onChange: (next: RunsScreen) => void;
}

/** The answer has no rows: why that may be, and what to ask instead. */
export function NoRows({ api, screen, pages, onChange }: NoRowsProps) {
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
      <WhyNothingPart api={api} screen={screen} onChange={onChange} />
    </>
  );
}

function Empty({ screen, onChange }: Pick<NoRowsProps, 'screen' | 'onChange'>) {
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
