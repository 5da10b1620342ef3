import type { ReactNode } from 'react';
import { deploymentOf, findConnection } from '../features/connections/find-connection.ts';
import type { ExportsScreen, RunsScreen, Screen, ThreadsScreen, TraceScreen } from '../url/screens.ts';
import type { Backend } from './backend.ts';
import { FilesGone } from './files-gone.tsx';
import { KeyNeeded } from './key-needed.tsx';
import { useKeys, useServers, useServices } from './services.ts';
import { UnknownServer } from './unknown-server.tsx';

interface DeploymentGateProps {
  readonly screen: RunsScreen | TraceScreen | ThreadsScreen | ExportsScreen;
  readonly onScreenChange: (next: Screen, how: 'push' | 'replace') => void;
  readonly children: (backend: Backend) => ReactNode;
}

/**
 * From the deployment that a link names to something that answers. A key is sent only to a server that
 * this person connected; for any other the link stops here and explains itself.
 */
export function DeploymentGate({ screen, onScreenChange, children }: DeploymentGateProps) {
  const { backends } = useServices();
  const servers = useServers();
  const keys = useKeys();
  const { deployment } = screen;
  if (deployment.kind === 'sample') return children(backends.sample());
  if (deployment.kind === 'files') {
    const files = backends.files();
    return files ? children(files) : <FilesGone />;
  }
  const connection = findConnection(servers, deployment);
  if (!connection) {
    return (
      <UnknownServer
        deployment={deployment}
        onConnected={(connected) =>
          onScreenChange({ ...screen, deployment: deploymentOf(connected) }, 'replace')
        }
      />
    );
  }
  const key = keys.keyOf(connection);
  if (connection.needsKey && key === undefined) return <KeyNeeded connection={connection} />;
  return children(backends.server(connection, key));
}
