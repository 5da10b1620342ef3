import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { RunPayload } from '../../../contract/run.ts';
import { Callout } from '../../../ui/callout.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { LoadError } from '../../../parts/load-error.tsx';
import styles from './payload-state.module.css';

/** null: the server answered and has no such run. */
export type PayloadQuery = UseQueryResult<RunPayload | null>;

/** Waiting, failure and absence look the same wherever the payload is needed. */
export function PayloadState({
  query,
  children,
}: {
  readonly query: PayloadQuery;
  readonly children: (payload: RunPayload) => ReactNode;
}) {
  if (query.data) return children(query.data);
  if (query.error) {
    return <LoadError what="inputs and outputs" error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (query.data === null) {
    return (
      <div className={styles.place}>
        <Callout tone="warning" title="The server no longer has the contents of this run">
          It listed the run but did not answer with its inputs and outputs. It may just have been deleted.
        </Callout>
      </div>
    );
  }
  return (
    <div className={styles.place} role="status" aria-label="Loading inputs and outputs">
      <Skeleton width="30%" height={14} />
      <Skeleton width="92%" />
      <Skeleton width="84%" />
      <Skeleton width="60%" />
    </div>
  );
}
