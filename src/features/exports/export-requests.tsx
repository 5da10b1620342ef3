import type { BulkExport, BulkExportDraft } from '../../contract/bulk-export.ts';
import type { Deployment } from '../../url/screens.ts';
import { CodeBlock } from './access-help.tsx';
import styles from './exports.module.css';
import { requestNote } from './plan/curl-request.ts';
import { writerOf } from './plan/destination-writer.ts';
import { exportRequest, watchRequests } from './plan/export-request.ts';

interface NewExportRequestProps {
  readonly drafts: readonly BulkExportDraft[];
  readonly deployment: Deployment;
}

/** What the form sends, for scripts. */
export function NewExportRequest({ drafts, deployment }: NewExportRequestProps) {
  const writer = writerOf(deployment, location.origin);
  return (
    <details className={styles.more}>
      <summary>As a request</summary>
      <div>
        <CodeBlock
          title={drafts.length === 1 ? 'Start it with curl' : 'Start them with curl'}
          text={exportRequest(drafts, writer)}
          note={requestNote(writer)}
        />
      </div>
    </details>
  );
}

interface WatchRequestsProps {
  readonly wanted: BulkExport;
  readonly deployment: Deployment;
}

/** What the page of an export asks, for scripts. */
export function WatchRequests({ wanted, deployment }: WatchRequestsProps) {
  const writer = writerOf(deployment, location.origin);
  return (
    <details className={styles.more}>
      <summary>As requests</summary>
      <div>
        <CodeBlock
          title="Watch and cancel it with curl"
          text={watchRequests(wanted.id, wanted.intervalHours !== undefined, writer)}
          note={requestNote(writer)}
        />
      </div>
    </details>
  );
}
