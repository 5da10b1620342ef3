import { useState } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Switch } from '../../ui/switch.tsx';
import styles from './exports.module.css';
import { accessCommands } from './plan/access-commands.ts';
import { accessPolicies } from './plan/access-policy.ts';
import { shownDestinationBody } from './plan/destination-body.ts';
import type { DestinationDraft } from './plan/destination-draft.ts';

/** What to set up beside this form, made of what is typed; secrets are left as placeholders. */
export function AccessHelp({ draft }: { readonly draft: DestinationDraft }) {
  const [hasOptional, setOptional] = useState(true);
  const policies = accessPolicies(draft, hasOptional);
  return (
    <details className={styles.more}>
      <summary>Permissions, a test by hand, and the request</summary>
      <div className={styles.form}>
        {policies.length > 0 && (
          <Switch isSelected={hasOptional} onChange={setOptional}>
            Also what is wished for, not needed (size check, deleting the test file, giving up half uploads)
          </Switch>
        )}
        {policies.map(({ title, text, note }) => (
          <CodeBlock key={title} title={title} text={text} note={note} />
        ))}
        {draft.provider === 'r2' && (
          <p className={styles.remark}>
            In Cloudflare, make an API token with “Object Read &amp; Write” for this bucket; it gives the two
            keys.
          </p>
        )}
        <CodeBlock
          title="Test the same access with the AWS command line"
          text={accessCommands(draft)}
          note="Put the secret in yourself; it is not in this text."
        />
        <CodeBlock
          title="What Runlens sends"
          text={`POST /api/v1/bulk-exports/destinations\n${JSON.stringify(shownDestinationBody(draft), undefined, 2)}`}
          note="With the real secret, once; it is kept nowhere in this browser."
        />
      </div>
    </details>
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
