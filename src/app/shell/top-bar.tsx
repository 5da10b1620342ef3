import { DatabaseBackup, Download, ListTree, MessagesSquare } from 'lucide-react';
import { useEffect } from 'react';
import type { Deployment, Screen } from '../../url/screens.ts';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { printLink } from '../../url/link.ts';
import { Icon } from '../../ui/icon.tsx';
import { PaletteButton } from '../palette/palette-button.tsx';
import { ShareButton } from '../share/share-button.tsx';
import { rememberList, runsFrom, threadsFrom, useLastLists } from '../last-lists.ts';
import { useLastDeployment } from '../services.ts';
import { ConnectionStatus } from './connection-status.tsx';
import { ConnectionSwitcher } from './connection-switcher.tsx';
import { HelpButton } from './help-button.tsx';
import { Mark } from './mark.tsx';
import styles from './shell.module.css';
import { ThemeMenu } from './theme-menu.tsx';
import { useCurrentBackend } from './use-current-backend.ts';

interface TopBarProps {
  readonly screen: Screen | undefined;
  readonly onGo: (screen: Screen) => void;
}

export function TopBar({ screen, onGo }: TopBarProps) {
  const deployment = useDeployment(screen);
  const backend = useCurrentBackend(deployment);
  const last = useLastLists(deployment);
  useEffect(() => rememberList(screen), [screen]);
  return (
    <header className={styles.bar}>
      <a href={printLink(defaultRunsScreen(deployment))} className={styles.home}>
        <Mark />
        <span className={styles.name}>Runlens</span>
      </a>
      <span className={styles.separator} aria-hidden="true">
        /
      </span>
      <ConnectionSwitcher deployment={deployment} api={backend?.api} onGo={onGo} />
      <nav className={styles.nav} aria-label="Pages">
        <a
          href={printLink(runsFrom(screen, deployment, last))}
          className={styles.navLink}
          aria-current={screen?.kind === 'runs' ? 'page' : undefined}
          title="Runs"
        >
          <Icon source={ListTree} />
          <span className={styles.navText}>Runs</span>
        </a>
        <a
          href={printLink(threadsFrom(screen, deployment, last))}
          className={styles.navLink}
          aria-current={screen?.kind === 'threads' ? 'page' : undefined}
          title="Threads"
        >
          <Icon source={MessagesSquare} />
          <span className={styles.navText}>Threads</span>
        </a>
        <a
          href={printLink({ kind: 'exports', deployment })}
          className={styles.navLink}
          aria-current={screen?.kind === 'exports' ? 'page' : undefined}
          title="Bulk exports"
        >
          <Icon source={DatabaseBackup} />
          <span className={styles.navText}>Exports</span>
        </a>
        <a
          href={printLink({ kind: 'downloads' })}
          className={styles.navLink}
          aria-current={screen?.kind === 'downloads' ? 'page' : undefined}
          title="Downloads"
        >
          <Icon source={Download} />
          <span className={styles.navText}>Downloads</span>
        </a>
      </nav>
      <span className={styles.spacer} />
      <PaletteButton screen={screen} deployment={deployment} api={backend?.api} />
      {backend?.budget && <ConnectionStatus api={backend.api} budget={backend.budget} />}
      {screen && <ShareButton screen={screen} />}
      <span className={styles.roomy}>
        <ThemeMenu />
      </span>
      <HelpButton />
    </header>
  );
}

/** Pages without a deployment of their own (connections, a broken link) keep the last one in the bar. */
function useDeployment(screen: Screen | undefined): Deployment {
  const last = useLastDeployment();
  return screen && 'deployment' in screen ? screen.deployment : last;
}
