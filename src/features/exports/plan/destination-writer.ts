/** Who writes into the bucket: a server, or the engine of this page, which browsers hold to the bucket's CORS rules. */
import type { Deployment } from '../../../url/screens.ts';

export type Writer =
  | { readonly kind: 'server'; readonly url: string; readonly workspaceId?: string }
  | { readonly kind: 'browser'; readonly origin: string };

export const writerOf = (deployment: Deployment, origin: string): Writer =>
  deployment.kind === 'server' ? deployment : { kind: 'browser', origin };
