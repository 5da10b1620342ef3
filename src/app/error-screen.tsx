import { CircleAlert } from 'lucide-react';
import { explainError, type Explanation } from '../contract/explain-error.ts';
import { Button } from '../ui/button.tsx';
import { copyText } from '../ui/copy-text.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { toast } from '../ui/toast-queue.ts';
import styles from './screen.module.css';
import { earlierErrors, errorDetails } from './report-error.ts';
import { useServices } from './services.ts';

interface ErrorScreenProps {
  readonly error: unknown;
  /** Where it was caught, for the copied details. */
  readonly place: string;
  readonly onRetry: () => void;
  /** Where more is known than the error itself tells. */
  readonly words?: Pick<Explanation, 'title' | 'detail' | 'next'>;
}

/** What happened, and three ways on: again, the address book of servers, a report. */
export function ErrorScreen({ error, place, onRetry, words }: ErrorScreenProps) {
  const { keys } = useServices();
  const explained = words ?? explainError(error);

  async function copyDetails() {
    const context = [
      `Runlens, ${place}`,
      navigator.userAgent,
      new Date().toISOString(),
      ...earlierErrors(error),
    ];
    const isCopied = await copyText(errorDetails(error, context, keys.allKeys()));
    toast(isCopied ? 'Copied, without keys' : 'The browser refused to copy.');
  }

  return (
    <div className={styles.center} role="alert">
      <EmptyState
        level={1}
        icon={CircleAlert}
        title={explained?.title ?? 'This was cancelled'}
        actions={
          <>
            <Button variant="primary" onPress={onRetry}>
              Try again
            </Button>
            <Button onPress={() => location.reload()}>Reload the page</Button>
            <Button variant="ghost" onPress={() => void copyDetails()}>
              Copy details
            </Button>
          </>
        }
      >
        {explained && (
          <>
            <p>{explained.detail}</p>
            <p>{explained.next}</p>
          </>
        )}
      </EmptyState>
    </div>
  );
}
