import { rootOf } from '../../contract/paths.ts';
import type { ServerDeployment } from '../../url/screens.ts';
import type { ServerConnection } from './server-connection.ts';

/**
 * The connection that a link speaks of: the same server, and the same workspace if the link names one.
 * A link that names none is content with any connection of the server.
 */
export function findConnection(
  servers: readonly ServerConnection[],
  deployment: ServerDeployment,
): ServerConnection | undefined {
  const sameServer = servers.filter(({ url }) => sameAddress(url, deployment.url));
  const { workspaceId } = deployment;
  return (
    sameServer.find((server) => server.workspaceId === workspaceId) ??
    (workspaceId === undefined ? sameServer[0] : undefined)
  );
}

export function deploymentOf({ url, workspaceId }: ServerConnection): ServerDeployment {
  return { kind: 'server', url, ...(workspaceId === undefined ? {} : { workspaceId }) };
}

function sameAddress(a: string, b: string): boolean {
  return rootOf(a).toLowerCase() === rootOf(b).toLowerCase();
}
