import { Boxes, Plus } from 'lucide-react';
import { useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { Deployment, Screen, ServerDeployment } from '../../url/screens.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonLink } from '../../ui/button-link.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageColumn } from '../../ui/page-column.tsx';
import { defaultRunsScreen } from '../../url/defaults.ts';
import type { DraftStart } from './connection-draft.ts';
import { ConnectionForm } from './connection-form.tsx';
import { type ConnectionStore, withoutServer } from './connection-store.ts';
import styles from './connections.module.css';
import { FilesSection } from './files-section.tsx';
import { deploymentOf, findConnection } from './find-connection.ts';
import type { OpenedFiles } from './import-report.ts';
import type { KeyVault } from './key-vault.ts';
import type { ServerConnection } from './server-connection.ts';
import { ServerCard } from './server-card.tsx';
import { TestReport } from './test-report.tsx';
import { useConnectionTest } from './use-connection-test.ts';

export interface ConnectionsPageProps {
  readonly connections: ConnectionStore;
  readonly keys: KeyVault;
  readonly files: OpenedFiles;
  readonly hrefOf: (screen: Screen) => string;
  /** The one whose form is open on arrival. */
  readonly change: ServerDeployment | undefined;
  readonly onOpen: (deployment: Deployment) => void;
}

/** Undefined: no form is open. */
type Editing = DraftStart | undefined;

function firstForm(servers: readonly ServerConnection[], change: ServerDeployment | undefined): Editing {
  if (!change) return servers.length === 0 ? {} : undefined;
  const { url, workspaceId } = change;
  const connection = findConnection(servers, change);
  return connection ? { connection } : { url, workspaceId };
}

export function ConnectionsPage(props: ConnectionsPageProps) {
  const { connections, keys, files, hrefOf, change, onOpen } = props;
  const servers = useStore(connections, (state) => state.servers);
  useSyncExternalStore(keys.subscribe, keys.version);
  const [editing, setEditing] = useState(() => firstForm(servers, change));
  const runsHref = (deployment: Deployment) => hrefOf(defaultRunsScreen(deployment));
  return (
    <PageColumn
      title="Connections"
      lead="Where Runlens reads traces. It asks the servers you connect, from this browser, and nobody else."
    >
      <ul className={styles.list} aria-label="Connections">
        <li className={styles.card}>
          <SampleCard href={runsHref({ kind: 'sample' })} />
        </li>
        {servers.map((server) => (
          <ServerEntry
            key={server.id}
            server={server}
            keys={keys}
            href={runsHref(deploymentOf(server))}
            onEdit={() => setEditing({ connection: server })}
            onRemove={() => {
              keys.forget(server.id);
              connections.setState((state) => withoutServer(state, server.id));
              if (editing?.connection === server) setEditing(undefined);
            }}
          />
        ))}
      </ul>
      {editing ? (
        <div className={styles.panel}>
          <ConnectionForm
            key={editing.connection?.id ?? 'new'}
            start={editing}
            connections={connections}
            keys={keys}
            onSaved={(saved) => onOpen(deploymentOf(saved))}
            onCancel={servers.length > 0 ? () => setEditing(undefined) : undefined}
          />
        </div>
      ) : (
        <div>
          <Button icon={Plus} onPress={() => setEditing({})}>
            Connect a server
          </Button>
        </div>
      )}
      <section className={styles.form} aria-label="Files">
        <h2 className={styles.subheading}>Files</h2>
        <FilesSection opened={files} filesHref={runsHref({ kind: 'files' })} />
      </section>
    </PageColumn>
  );
}

function SampleCard({ href }: { readonly href: string }) {
  return (
    <>
      <span className={styles.cardIcon}>
        <Icon source={Boxes} />
      </span>
      <div>
        <p className={styles.cardName}>Sample workspace</p>
        <p className={styles.cardDetail}>
          Recorded traces of real programs, in this browser. Their times are moved to look recent.
        </p>
      </div>
      <div className={styles.cardActions}>
        <ButtonLink size="sm" href={href}>
          Open
        </ButtonLink>
      </div>
    </>
  );
}

interface ServerEntryProps {
  readonly server: ServerConnection;
  readonly keys: KeyVault;
  readonly href: string;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

function ServerEntry({ server, keys, href, onEdit, onRemove }: ServerEntryProps) {
  const { test, run } = useConnectionTest();
  return (
    <li className={styles.card}>
      <ServerCard
        server={server}
        keyState={keys.stateOf(server)}
        href={href}
        onTest={() => void run(server, keys.keyOf(server))}
        onEdit={onEdit}
        onForgetKey={() => keys.forget(server.id)}
        onRemove={onRemove}
      />
      {test.kind !== 'none' && (
        <div className={styles.cardMore}>
          <TestReport test={test} />
        </div>
      )}
    </li>
  );
}
