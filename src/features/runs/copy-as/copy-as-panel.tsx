import { useState } from 'react';
import { copyAs, COPY_KINDS, type CopyKind } from '../../../snippets/copy-as.ts';
import { CopyButton } from '../../../ui/copy-button.tsx';
import { Select } from '../../../ui/select.tsx';
import type { RunsScreen } from '../../../url/screens.ts';
import { windowAt } from '../../../url/window.ts';
import styles from './copy-as-panel.module.css';

export interface CopyAsPanelProps {
  readonly screen: RunsScreen;
}

const OPTIONS = COPY_KINDS.map(({ kind, title }) => ({ value: kind, label: title }));

/** The question on the screen as a program that asks the same. It names the key's variable, never a key. */
export function CopyAsPanel({ screen }: CopyAsPanelProps) {
  const [kind, setKind] = useState<CopyKind>('python-new');
  const [openedAt] = useState(() => Date.now());
  const { deployment } = screen;
  const copied = copyAs(kind, screen, {
    window: windowAt(screen.window, openedAt),
    ...(deployment.kind === 'server' ? { apiUrl: deployment.url, workspaceId: deployment.workspaceId } : {}),
  });
  return (
    <div className={styles.panel}>
      <div className={styles.head}>
        <Select label="Language" isLabelHidden value={kind} onChange={setKind} options={OPTIONS} />
        <CopyButton text={copied.text} label="Copy the code" />
      </div>
      <section aria-label="Code">
        {/* What scrolls must be reachable by keyboard (WCAG 2.1.1). */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <pre className={styles.code} tabIndex={0}>
          {copied.text}
        </pre>
      </section>
      {copied.notices.length > 0 && (
        <ul className={styles.notices} aria-label="Notes">
          {copied.notices.map((notice) => (
            <li key={notice}>{notice}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
