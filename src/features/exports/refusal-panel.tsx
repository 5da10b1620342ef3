import { isHttpError } from '../../contract/http-error.ts';
import { Callout } from '../../ui/callout.tsx';
import styles from './exports.module.css';
import type { DestinationDraft } from './plan/destination-draft.ts';
import { explainRefusal } from './plan/explain-refusal.ts';

interface RefusalPanelProps {
  readonly error: Error;
  readonly draft: DestinationDraft;
}

const BOXES: Readonly<Record<string, string>> = {
  displayName: 'Name',
  bucket: 'Bucket',
  prefix: 'Prefix',
  region: 'Region',
  endpoint: 'Endpoint',
  addressing: 'Addressing style',
  accessKeyId: 'Access key',
  secretAccessKey: 'Secret',
  sessionToken: 'Session token',
  roleArn: 'Role ARN',
};

/** The doctor: what the store's refusal means, the likeliest cause first, and which box to look at. */
export function RefusalPanel({ error, draft }: RefusalPanelProps) {
  if (isHttpError(error) && error.status !== 400) {
    return (
      <Callout tone="danger" title="The server did not take the destination.">
        <p>{error.message}</p>
        {error.status === 403 && (
          <p>The key needs the permission bulk-exports:manage, and the plan bulk exports.</p>
        )}
      </Callout>
    );
  }
  const { title, causes, isKnown } = explainRefusal(error.message, draft);
  return (
    <Callout tone="danger" title={title}>
      {isKnown && <p>The server’s words: {error.message}</p>}
      <p>{causes.length > 1 ? 'Likely causes, the likeliest first:' : 'What to do:'}</p>
      <ol className={styles.causes}>
        {causes.map(({ sentence, field }) => (
          <li key={sentence}>
            {sentence} {field !== undefined && <span className={styles.box}>{BOXES[field]}</span>}
          </li>
        ))}
      </ol>
    </Callout>
  );
}
