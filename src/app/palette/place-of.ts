import { printDeployment } from '../../url/deployment-text.ts';
import type { Deployment } from '../../url/screens.ts';

/** A key by which things are remembered per connection; no secret in it. */
export const placeOf = (deployment: Deployment): string =>
  [
    printDeployment(deployment) ?? 'sample',
    ...(deployment.kind === 'server' && deployment.workspaceId ? [deployment.workspaceId] : []),
  ].join(' ');
