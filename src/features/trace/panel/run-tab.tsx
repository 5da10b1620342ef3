import type { Api } from '../../../contract/api.ts';
import { hasMark, mark } from '../../../model/run-tree.ts';
import { endsBeforeStart, skewOf } from '../../../model/timeline.ts';
import { formatDuration } from '../../../lib/format-duration.ts';
import { bentReason } from '../tree-row.tsx';
import { useTrace } from '../trace-context.ts';
import { AttachmentList } from './attachment-list.tsx';
import { ErrorView } from '../../../parts/content/error-view.tsx';
import { PayloadState, type PayloadQuery } from './payload-state.tsx';
import { RunContents } from './run-contents.tsx';
import { RunFacts } from './run-facts.tsx';
import styles from './run-tab.module.css';

export interface RunTabProps {
  readonly api: Api;
  readonly node: number;
  readonly payload: PayloadQuery;
}

export function RunTab({ api, node, payload }: RunTabProps) {
  const run = useTrace((state) => state.model.tree.runs[node]!);
  const error = payload.data?.error ?? run.errorPreview;
  return (
    <div className={styles.tab}>
      <RunFacts node={node} payload={payload} />
      <Remarks node={node} />
      {error !== undefined && error !== '' && (
        <ErrorView text={error} isCut={payload.data?.error === undefined} />
      )}
      <PayloadState query={payload}>
        {(loaded) => (
          <>
            <RunContents run={run} payload={loaded} />
            <AttachmentList api={api} attachments={loaded.attachments} />
          </>
        )}
      </PayloadState>
    </div>
  );
}

/** Why this run looks odd, if it does. */
function Remarks({ node }: { readonly node: number }) {
  const { tree, timeline } = useTrace((state) => state.model);
  const run = tree.runs[node]!;
  const skew = skewOf(tree, node);
  const bent = hasMark(tree, 0, mark.placeholder) ? undefined : bentReason(tree, node);
  const remarks = [
    ...(bent === undefined ? [] : [bent]),
    ...(run.endTime === undefined && run.status !== 'error'
      ? [
          timeline.isLive
            ? 'Still running: outputs appear when the run ends.'
            : 'This run never reported an end: the program stopped, or the last message was lost.',
        ]
      : []),
    ...(endsBeforeStart(run) ? ['Ends before it starts: its clock was set back while it ran.'] : []),
    ...(skew && skew.startsBefore > 0
      ? [
          `Starts ${formatDuration(skew.startsBefore / 1000)} before its parent: the clocks of two machines differ.`,
        ]
      : []),
    ...(skew && skew.endsAfter > 0
      ? [
          `Ends ${formatDuration(skew.endsAfter / 1000)} after its parent: work that went on in the background, or clocks that differ.`,
        ]
      : []),
  ];
  if (remarks.length === 0) return null;
  return (
    <ul className={styles.remarks}>
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  );
}
