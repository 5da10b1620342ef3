import { useState } from 'react';
import type { Notice } from '../../contract/api.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { explainError } from '../../contract/explain-error.ts';
import { useTrace } from './trace-context.ts';
import { treeNotices } from './tree-notices.ts';
import styles from './trace-notices.module.css';

export interface TraceNoticesProps {
  readonly notices: readonly Notice[];
  readonly refreshError: Error | undefined;
  readonly onRetry: () => void;
}

/** What is wrong or missing in this trace, said once above it. */
export function TraceNotices({ notices, refreshError, onRetry }: TraceNoticesProps) {
  const tree = useTrace((state) => state.model.tree);
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());
  const all = [...notices, ...treeNotices(tree)].filter((notice) => !dismissed.has(notice.id));
  const explained = refreshError && explainError(refreshError);
  if (all.length === 0 && !explained) return null;
  return (
    <div className={styles.notices}>
      {explained && (
        <Callout
          tone="danger"
          title="The trace could not be refreshed; what you see is the last answer"
          actions={
            <Button size="sm" onPress={onRetry}>
              Try again
            </Button>
          }
        >
          {explained.detail} {explained.next}
        </Callout>
      )}
      {all.map((notice) => (
        <Callout
          key={notice.id}
          tone="warning"
          title={notice.message}
          onDismiss={() => setDismissed((old) => new Set(old).add(notice.id))}
        />
      ))}
    </div>
  );
}
