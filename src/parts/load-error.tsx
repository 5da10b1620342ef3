import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Callout } from '../ui/callout.tsx';
import { explainError } from '../contract/explain-error.ts';
import styles from './load-error.module.css';
import { RepairLink } from './repair-link.tsx';

export interface LoadErrorProps {
  /** "this trace", "the inputs and outputs" */
  readonly what: string;
  readonly error: unknown;
  readonly onRetry: () => void;
  /** Another way on, beside trying again. */
  readonly elsewhere?: ReactNode;
}

export function LoadError({ what, error, onRetry, elsewhere }: LoadErrorProps) {
  const explained = explainError(error);
  if (!explained) return null;
  return (
    <div className={styles.place}>
      <Callout
        tone="danger"
        title={`Could not load ${what}: ${lowerFirst(explained.title)}`}
        actions={
          <>
            <RepairLink error={error} size="sm" />
            <Button size="sm" onPress={onRetry}>
              Try again
            </Button>
            {elsewhere}
          </>
        }
      >
        <p>{explained.detail}</p>
        <p>{explained.next}</p>
      </Callout>
    </div>
  );
}

/** Not for "API" and other words in capitals. */
const lowerFirst = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? text[0]!.toLowerCase() + text.slice(1) : text;
