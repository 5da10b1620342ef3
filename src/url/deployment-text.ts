/**
 * The deployment a link speaks of: nothing (the sample), `files`, or the address of a server. The address
 * loses its query and fragment, where people leave keys; one with a user name or password is refused.
 */
import type { Deployment } from './screens.ts';

export type DeploymentText =
  | { readonly kind: 'ok'; readonly deployment: Deployment }
  | { readonly kind: 'refused'; readonly reason: string };

function cleanUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : undefined;
}

const printUrl = (url: URL) => `${url.origin}${url.pathname}`.replace(/\/+$/, '');

/** Undefined for the default. Throws on an address that no connection may have: our own mistake. */
export function printDeployment(deployment: Deployment): string | undefined {
  if (deployment.kind === 'sample') return undefined;
  if (deployment.kind === 'files') return 'files';
  const url = cleanUrl(deployment.url);
  if (!url) throw new Error('A connection has an address that is not http(s).');
  return printUrl(url);
}

export function parseDeployment(text: string | undefined, workspaceId: string | undefined): DeploymentText {
  if (text === undefined || text === 'sample') return { kind: 'ok', deployment: { kind: 'sample' } };
  if (text === 'files') return { kind: 'ok', deployment: { kind: 'files' } };
  const url = cleanUrl(text);
  if (!url)
    return { kind: 'refused', reason: 'The link names a deployment, but not by a readable http(s) address.' };
  if (url.username || url.password)
    return {
      kind: 'refused',
      reason: 'The link carries a user name or password in its address. Runlens does not use such links.',
    };
  return {
    kind: 'ok',
    deployment: { kind: 'server', url: printUrl(url), ...(workspaceId ? { workspaceId } : {}) },
  };
}
