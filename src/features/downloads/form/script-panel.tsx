import { useState } from 'react';
import type { ExtractSpec } from '../../../extract/spec.ts';
import {
  downloadScript,
  hasScript,
  SCRIPT_KINDS,
  type ScriptKind,
} from '../../../snippets/downloads/download-script.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Select } from '../../../ui/select.tsx';
import type { Deployment } from '../../../url/screens.ts';
import styles from './download-form.module.css';

interface ScriptPanelProps {
  readonly spec: ExtractSpec;
  readonly deployment: Deployment;
}

const OPTIONS = SCRIPT_KINDS.map(({ kind, title }) => ({ value: kind, label: title }));

/** The same download as a program of one's own. */
export function ScriptPanel({ spec, deployment }: ScriptPanelProps) {
  return (
    <details className={styles.columns}>
      <summary>As code</summary>
      {hasScript(spec) ? (
        <Script spec={spec} deployment={deployment} />
      ) : (
        <p className={styles.note}>
          Which threads these runs belong to takes more rounds of questions than a short program has. Ask by
          filter or window instead of by ids.
        </p>
      )}
    </details>
  );
}

function Script({ spec, deployment }: ScriptPanelProps) {
  const [kind, setKind] = useState<ScriptKind>('python-new');
  const place =
    deployment.kind === 'server' ? { apiUrl: deployment.url, workspaceId: deployment.workspaceId } : {};
  const { text, notices } = downloadScript(kind, spec, place);
  return (
    <div className={styles.script}>
      <div className={styles.scriptHead}>
        <Select label="Language" isLabelHidden value={kind} onChange={setKind} options={OPTIONS} />
        <CopyButton text={text} label="Copy the code" />
      </div>
      <section aria-label="Code">
        {/* What scrolls must be reachable by keyboard (WCAG 2.1.1). */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={styles.code} tabIndex={0}>
          {text}
        </pre>
      </section>
      {notices.map((notice) => (
        <p key={notice} className={styles.note}>
          {notice}
        </p>
      ))}
    </div>
  );
}
