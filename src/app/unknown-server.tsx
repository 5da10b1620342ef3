import { createElement } from 'react';
import type { ServerConnection } from '../features/connections/server-connection.ts';
import { defaultRunsScreen } from '../url/defaults.ts';
import { printLink } from '../url/link.ts';
import type { ServerDeployment } from '../url/screens.ts';
import { ButtonLink } from '../ui/button-link.tsx';
import { useLoaded } from '../ui/use-loaded.ts';
import { PageChunk } from './page-chunk.tsx';
import { loadConnectionForm } from './pages.ts';
import styles from './screen.module.css';
import { useServices } from './services.ts';

interface UnknownServerProps {
  readonly deployment: ServerDeployment;
  readonly onConnected: (connection: ServerConnection) => void;
}

/**
 * The link speaks of a server that this person has not connected. Nothing is asked there yet: not
 * even whether it exists.
 */
export function UnknownServer({ deployment, onConnected }: UnknownServerProps) {
  const { connections, keys } = useServices();
  const form = useLoaded(loadConnectionForm);
  return (
    <div className={styles.scroll}>
      <title>Another server · Runlens</title>
      <div className={styles.narrow}>
        <div>
          <h1 className={styles.heading}>This link shows runs of another server</h1>
          <p className={styles.lead}>
            They are on <strong>{deployment.url}</strong>
            {deployment.workspaceId !== undefined && `, workspace ${deployment.workspaceId}`}, which you have
            not connected in this browser. Nothing was sent there. If you trust the address and have a key for
            it, connect it below and the link opens.
          </p>
        </div>
        <PageChunk chunk={form} name="connection">
          {(ConnectionForm) =>
            createElement(ConnectionForm, {
              key: `${deployment.url} ${deployment.workspaceId}`,
              start: { url: deployment.url, workspaceId: deployment.workspaceId },
              connections,
              keys,
              onSaved: onConnected,
            })
          }
        </PageChunk>
        <p className={styles.actions}>
          <ButtonLink href={printLink(defaultRunsScreen())}>Open the sample workspace</ButtonLink>
          <ButtonLink href={printLink({ kind: 'connections' })} variant="ghost">
            Connections
          </ButtonLink>
        </p>
      </div>
    </div>
  );
}
