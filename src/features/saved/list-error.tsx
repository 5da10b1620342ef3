import { explainError } from '../../contract/explain-error.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';

interface ListErrorProps {
  readonly error: unknown;
  /** Completes "Could not …". */
  readonly what?: string;
  readonly onRetry?: () => void;
}

/** What LangSmith refused; saved filters of this browser work nevertheless. */
export function ListError({ error, what = 'read the team’s saved filters', onRetry }: ListErrorProps) {
  // Our own shelf throws sentences; everything else is explained by the contract.
  const isOurs = error instanceof Error && error.constructor === Error;
  const explained = isOurs ? undefined : explainError(error);
  return (
    <Callout
      tone="danger"
      title={`Could not ${what}.`}
      actions={
        onRetry && (
          <Button size="sm" onPress={onRetry}>
            Try again
          </Button>
        )
      }
    >
      {isOurs && <p>{error.message}</p>}
      {explained && (
        <p>
          {explained.title}. {explained.detail} {explained.next}
        </p>
      )}
    </Callout>
  );
}
