import { readBaseUrl } from '../../contract/paths.ts';
import type { DeploymentHint } from './patch.ts';

const ENDPOINT =
  /(?:api_?url|LANG(?:SMITH|CHAIN)_ENDPOINT)["'\]]*\s*[=:,]\s*["'`]?(?<url>https?:\/\/[^\s"'`,);]+)/i;
const WORKSPACE =
  /(?:workspace_?id|LANGSMITH_WORKSPACE_ID|x-tenant-id|tenant_?id)["'\]]*\s*[=:,]\s*["'`]?(?<id>[0-9a-f]{8}-[0-9a-f-]{27})/i;

/** The server that a program names, if it does. */
export function hintsIn(text: string): DeploymentHint | undefined {
  const url = ENDPOINT.exec(text)?.groups?.['url'];
  const workspaceId = WORKSPACE.exec(text)?.groups?.['id'];
  return url === undefined ? undefined : deploymentAt(url, workspaceId);
}

/** Undefined for an address that no connection may have. */
export function deploymentAt(url: string, workspaceId?: string): DeploymentHint | undefined {
  const base = readBaseUrl(url);
  if (base.kind === 'refused') return undefined;
  return { url: base.url, ...(workspaceId === undefined ? {} : { workspaceId }) };
}
