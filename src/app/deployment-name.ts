import { suggestedName, type ServerConnection } from '../features/connections/server-connection.ts';
import { findConnection } from '../features/connections/find-connection.ts';
import type { Deployment } from '../url/screens.ts';

/** What people call the place that a screen shows. */
export function deploymentName(deployment: Deployment, servers: readonly ServerConnection[]): string {
  if (deployment.kind === 'sample') return 'Sample workspace';
  if (deployment.kind === 'files') return 'Files';
  return findConnection(servers, deployment)?.name ?? suggestedName(deployment.url);
}
