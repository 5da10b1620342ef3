import { TriangleAlert } from 'lucide-react';
import { errorAdvice } from '../../parts/error-advice.ts';
import { RepairLink, useRepair } from '../../parts/repair-link.tsx';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import type { RunsScreen } from '../../url/screens.ts';
import styles from './result.module.css';

interface FailedProps {
  readonly error: Error;
  readonly isBusy: boolean;
  readonly onRetry: () => void;
}

/** Instead of rows: why there are none. */
export function Failed({ error, isBusy, onRetry }: FailedProps) {
  const { title, detail, whatNow } = errorAdvice(error);
  const repair = useRepair(error);
  return (
    <div role="alert">
      <EmptyState
        icon={TriangleAlert}
        title={title}
        actions={
          <>
            <RepairLink error={error} />
            <Button variant={repair ? 'secondary' : 'primary'} isPending={isBusy} onPress={onRetry}>
              Try again
            </Button>
          </>
        }
      >
        <p>{detail}</p>
        <p>{whatNow}</p>
      </EmptyState>
    </div>
  );
}

interface FooterFailedProps extends FailedProps {
  readonly view: RunsScreen['view'];
  readonly rowCount: number;
}

/** Below the rows that are here: why no more came. */
export function FooterFailed({ error, isBusy, onRetry, view, rowCount }: FooterFailedProps) {
  const { title, detail, whatNow } = errorAdvice(error);
  return (
    <div className={styles.footerError}>
      <Callout
        tone="danger"
        title={`${title}; the ${rowCount} ${view} above are kept`}
        actions={
          <>
            <RepairLink error={error} size="sm" />
            <Button size="sm" isPending={isBusy} onPress={onRetry}>
              Try again
            </Button>
          </>
        }
      >
        <p>{detail}</p>
        <p>{whatNow}</p>
      </Callout>
    </div>
  );
}
