import { FileX } from 'lucide-react';
import { defaultRunsScreen } from '../url/defaults.ts';
import { printLink } from '../url/link.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './screen.module.css';

/** A link to opened files works only in the tab that opened them. */
export function FilesGone() {
  return (
    <div className={styles.center}>
      <title>No files are open · Runlens</title>
      <EmptyState
        level={1}
        icon={FileX}
        title="No files are open"
        actions={
          <>
            <ButtonLink href={printLink({ kind: 'connections' })} variant="primary">
              Open files
            </ButtonLink>
            <ButtonLink href={printLink(defaultRunsScreen())}>Open the sample workspace</ButtonLink>
          </>
        }
      >
        <p>This link shows runs from files. Files are read in one tab and are gone when it is closed.</p>
        <p>Open the same files again; then this link works in this tab.</p>
      </EmptyState>
    </div>
  );
}
