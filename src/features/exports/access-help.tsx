import { useState } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './exports.module.css';
import { accessCommands } from './plan/access-commands.ts';
import { corsPolicy } from './plan/access-cors.ts';
import { accessPolicy } from './plan/access-policy.ts';
import { trustPolicy } from './plan/access-trust.ts';
import { requestNote } from './plan/curl-request.ts';
import type { DestinationDraft } from './plan/destination-draft.ts';
import type { Writer } from './plan/destination-writer.ts';

interface AccessHelpProps {
  readonly draft: DestinationDraft;
  readonly writer: Writer;
  /** What the form beside this sends, as curl. */
  readonly request: string;
}

/** What to set up beside this form, made of what is typed; secrets are left as placeholders. */
export function AccessHelp({ draft, writer, request }: AccessHelpProps) {
  return (
    <details className={styles.more}>
      <summary>Permissions, a test by hand, and the request</summary>
      <div className={styles.form}>
        <Permissions draft={draft} writer={writer} />
        <CodeBlock
          title="Test the same access with the AWS command line"
          text={accessCommands(draft)}
          note={
            draft.access === 'keys'
              ? 'Put the secret in yourself; it is not in this text.'
              : 'No secret is in this text.'
          }
        />
        <CodeBlock
          title="As a request"
          text={request}
          note={`${requestNote(writer)}${draft.access === 'keys' ? ' The secret is a placeholder here; Runlens sends the real one once and keeps it nowhere in this browser.' : ''}`}
        />
      </div>
    </details>
  );
}

function Permissions({ draft, writer }: Omit<AccessHelpProps, 'request'>) {
  const [hasOptional, setOptional] = useState(false);
  const policy = accessPolicy(draft, hasOptional);
  return (
    <>
      {policy ? (
        <>
          <Switch isSelected={hasOptional} onChange={setOptional}>
            Also what is wished for, not needed (size check, deleting the test file, giving up half uploads)
          </Switch>
          <CodeBlock {...policy} />
        </>
      ) : (
        <p className={styles.remark}>
          In Cloudflare, make an API token with “Object Read &amp; Write” for this bucket; it gives the two
          keys.
        </p>
      )}
      {draft.access === 'role' && <CodeBlock {...trustPolicy(writer.kind === 'server' ? writer.url : '')} />}
      {writer.kind === 'browser' && <CodeBlock {...corsPolicy(draft, writer.origin)} />}
    </>
  );
}

interface CodeBlockProps {
  readonly title: string;
  readonly text: string;
  readonly note?: string;
}

export function CodeBlock({ title, text, note }: CodeBlockProps) {
  return (
    <section className={styles.codeBlock} aria-label={title}>
      <div className={styles.codeHead}>
        <h3 className={styles.codeTitle}>{title}</h3>
        <CopyButton text={text} label={`Copy: ${title}`} />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <pre className={styles.code} tabIndex={0}>
        {text}
      </pre>
      {note !== undefined && note !== '' && <p className={styles.remark}>{note}</p>}
    </section>
  );
}
