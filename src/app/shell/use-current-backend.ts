import { findConnection } from '../../features/connections/find-connection.ts';
import type { Deployment } from '../../url/screens.ts';
import type { Backend } from '../backend.ts';
import { useKeys, useServers, useServices } from '../services.ts';

/** Undefined while the deployment cannot be asked: not connected, no key, no files open. */
export function useCurrentBackend(deployment: Deployment): Backend | undefined {
  const { backends } = useServices();
  const servers = useServers();
  const keys = useKeys();
  if (deployment.kind === 'sample') return backends.sample();
  if (deployment.kind === 'files') return backends.files();
  const connection = findConnection(servers, deployment);
  const key = connection && keys.keyOf(connection);
  if (!connection || (connection.needsKey && key === undefined)) return undefined;
  return backends.server(connection, key);
}
