import { Unlink } from 'lucide-react';
import type { ParsedLink } from '../url/link.ts';
import { printLink } from '../url/link.ts';
import { defaultRunsScreen } from '../url/defaults.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import styles from './screen.module.css';

interface BrokenLinkProps {
  readonly link: Exclude<ParsedLink, { kind: 'ok' }>;
}

export function BrokenLink({ link }: BrokenLinkProps) {
  const isNewer = link.kind === 'newer';
  return (
    <div className={styles.center}>
      <title>This link cannot be opened · Runlens</title>
      <EmptyState
        level={1}
        icon={Unlink}
        title={isNewer ? 'This link is from a newer Runlens' : 'This link cannot be opened'}
        actions={
          <>
            {isNewer && (
              <Button variant="primary" onPress={() => location.reload()}>
                Reload the page
              </Button>
            )}
            <ButtonLink href={printLink(defaultRunsScreen())} variant={isNewer ? 'secondary' : 'primary'}>
              Open the sample workspace
            </ButtonLink>
            <ButtonLink href={printLink({ kind: 'connections' })}>Connections</ButtonLink>
          </>
        }
      >
        {isNewer ? (
          <>
            <p>
              It was made in version {link.version} of the link format, which this copy does not know yet.
            </p>
            <p>Reload the page to get the newest copy, or ask for the site that the link was made on.</p>
          </>
        ) : (
          <>
            <p>{link.reason}</p>
            <p>It may have been cut off on its way. Copy the whole of it and try again.</p>
          </>
        )}
      </EmptyState>
    </div>
  );
}
