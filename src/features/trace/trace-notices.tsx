import { useState } from 'react';
import type { Notice } from '../../contract/api.ts';
import { formatCount } from '../../lib/format-count.ts';
import { hasMark, mark, type RunTree } from '../../model/run-tree.ts';
import { Button } from '../../ui/button.tsx';
import { Callout } from '../../ui/callout.tsx';
import { explainError } from '../../contract/explain-error.ts';
import { useTrace } from './trace-context.ts';
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

export function treeNotices(tree: RunTree): readonly Notice[] {
  const count = (bit: number) => tree.marks.reduce((sum, bits) => sum + (bits & bit ? 1 : 0), 0);
  const isRootMissing = hasMark(tree, 0, mark.placeholder);
  const orphans = count(mark.orphan);
  const loops = count(mark.loop);
  const roots = count(mark.secondRoot);
  return [
    ...(isRootMissing
      ? [
          {
            id: 'root',
            message:
              'The root run is not in the data: it was not sent yet, was left out by sampling, or is past its retention. A placeholder stands in.',
          },
        ]
      : []),
    ...(orphans > 0 && !isRootMissing
      ? [
          {
            id: 'orphans',
            message: `${runs(orphans)} named a parent that is not in the data; shown under the nearest run that is known.`,
          },
        ]
      : []),
    ...(roots > 0 && !isRootMissing
      ? [{ id: 'roots', message: `${runs(roots)} beside the root had no parent; shown under the root.` }]
      : []),
    ...(loops > 0
      ? [
          {
            id: 'loops',
            message: `${runs(loops)} had parents that lead back to itself; shown under the root.`,
          },
        ]
      : []),
    ...(tree.duplicates > 0
      ? [
          {
            id: 'duplicates',
            message: `${runs(tree.duplicates)} came twice under one id; the finished copy is shown.`,
          },
        ]
      : []),
  ];
}

const runs = (count: number) => (count === 1 ? '1 run' : `${formatCount(count)} runs`);
