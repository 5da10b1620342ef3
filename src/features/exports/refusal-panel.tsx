import { isHttpError } from '../../contract/http-error.ts';
import { Callout } from '../../ui/callout.tsx';
import { classNames } from '../../ui/class-names.ts';
import { CodeBlock } from './access-help.tsx';
import styles from './exports.module.css';
import { accessCommands } from './plan/access-commands.ts';
import { type DestinationDraft, type DestinationField, PROVIDERS } from './plan/destination-draft.ts';
import type { Writer } from './plan/destination-writer.ts';
import type { Cause } from './plan/explain-cause.ts';
import { explainRefusal } from './plan/explain-refusal.ts';

interface RefusalPanelProps {
  readonly error: Error;
  /** What was sent, not what has been typed since. */
  readonly draft: DestinationDraft;
  readonly writer: Writer;
  /** The boxes beside the panel; what is in others cannot be changed here. */
  readonly boxes: readonly DestinationField[];
}

/** The doctor: what the store's refusal means, the likeliest cause first, which box to look at, what to run. */
export function RefusalPanel({ error, draft, writer, boxes }: RefusalPanelProps) {
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
  const { title, causes, isKnown } = explainRefusal(error.message, draft, writer);
  return (
    <div className={styles.form}>
      <Callout tone="danger" title={title}>
        {isKnown && <p>The server’s words: {error.message}</p>}
        <p>{causes.length > 1 ? 'Likely causes are below, the likeliest first.' : 'What to do is below.'}</p>
      </Callout>
      <Causes causes={causes} draft={draft} boxes={boxes} />
    </div>
  );
}

interface CausesProps extends Pick<RefusalPanelProps, 'draft' | 'boxes'> {
  readonly causes: readonly Cause[];
}

/** Not part of the alert: a screen reader would read all of the commands at once. */
export function Causes({ causes, draft, boxes }: CausesProps) {
  return (
    <section className={styles.form} aria-label="What to do about the refusal">
      <ol className={classNames(styles.causes, styles.advice)}>
        {causes.map(({ sentence, field, remedy }) => (
          <li key={sentence}>
            <p>
              {sentence}{' '}
              {field !== undefined && boxes.includes(field) && (
                <span className={styles.box}>{boxName(field, draft)}</span>
              )}
            </p>
            {remedy && <CodeBlock title={remedy.title} text={remedy.text} />}
          </li>
        ))}
      </ol>
      {causes.some(({ field }) => field !== undefined && !boxes.includes(field)) && (
        <p className={styles.remark}>
          Where a destination writes is fixed: another bucket, prefix, region, endpoint or addressing style
          needs a new destination.
          {draft.access === 'keys' && ' Its keys can be changed in the list of destinations.'}
        </p>
      )}
      <CodeBlock
        title={draft.access === 'role' ? 'Ask Amazon about the role' : 'Ask the store itself'}
        text={accessCommands(draft)}
        note={NOTES[draft.access]}
      />
    </section>
  );
}

const NOTES = {
  keys: 'The same write by hand; put the secret in yourself. The store’s own answer says more than a server hands on.',
  role: 'Nobody but LangSmith can write as the role; this asks what it may do and whom it trusts.',
  environment: 'The same write by hand. The store’s own answer says more than a server hands on.',
} as const;

function boxName(field: DestinationField, { provider }: DestinationDraft): string {
  const { keyName, secretName } = PROVIDERS[provider];
  const names: Readonly<Record<DestinationField, string>> = {
    displayName: 'Name',
    bucket: 'Bucket',
    prefix: 'Prefix',
    region: 'Region',
    endpoint: 'Endpoint',
    addressing: 'Addressing style',
    accessKeyId: keyName,
    secretAccessKey: secretName,
    sessionToken: 'Session token',
    roleArn: 'Role ARN',
  };
  return names[field];
}
