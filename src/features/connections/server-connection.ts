import { regionOf } from '../../contract/regions.ts';
import { isRecord } from '../../lib/is-record.ts';

/** A LangSmith server that a person connected. Its API key is elsewhere: key-vault.ts. */
export interface ServerConnection {
  /** Names the connection in caches; says nothing about the server or the key. */
  readonly id: string;
  readonly name: string;
  /** Root address, as readBaseUrl of contract/paths.ts leaves it. */
  readonly url: string;
  readonly workspaceId?: string;
  /** Through the proxy of the local server that served this page. */
  readonly viaProxy: boolean;
  /** Some local servers ask for no key. */
  readonly needsKey: boolean;
}

export function originOf(connection: Pick<ServerConnection, 'url'>): string {
  return new URL(connection.url).origin;
}

/** "Cloud EU", or the host and path of a server of one's own. */
export function suggestedName(url: string): string {
  const region = regionOf(url);
  if (region) return `LangSmith ${region.name}`;
  if (!URL.canParse(url)) return '';
  const { host, pathname } = new URL(url);
  return `${host}${pathname.replace(/\/$/, '')}`;
}

/** From storage, which can be damaged or newer: entries that cannot be read are left out. */
export function readServerConnections(stored: unknown): readonly ServerConnection[] {
  return Array.isArray(stored) ? stored.flatMap((entry) => readServerConnection(entry) ?? []) : [];
}

function readServerConnection(stored: unknown): ServerConnection | undefined {
  if (!isRecord(stored)) return undefined;
  const { id, name, url, workspaceId, viaProxy, needsKey } = stored;
  if (typeof id !== 'string' || typeof url !== 'string' || !/^https?:/.test(url) || !URL.canParse(url))
    return undefined;
  return {
    id,
    name: typeof name === 'string' && name.trim() !== '' ? name : suggestedName(url),
    url,
    ...(typeof workspaceId === 'string' && workspaceId !== '' ? { workspaceId } : {}),
    viaProxy: viaProxy === true,
    needsKey: needsKey !== false,
  };
}
