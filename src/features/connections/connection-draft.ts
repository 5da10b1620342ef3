import { isCloud, looksLikeKey, readBaseUrl } from '../../contract/paths.ts';
import { REGIONS, regionOf } from '../../contract/regions.ts';
import { type ServerConnection, suggestedName } from './server-connection.ts';

/** What stands in the form. `place` is the id of a Cloud region, or OTHER with an address of its own. */
export interface ConnectionDraft {
  readonly id: string;
  readonly place: string;
  readonly address: string;
  readonly apiKey: string;
  readonly workspaceId: string;
  readonly name: string;
  /** Undefined = wherever there is a proxy that may. */
  readonly viaProxy?: boolean;
  readonly isKeyRemembered: boolean;
}

export const OTHER = 'other';

/** Where a new or changed connection starts from; never a key. */
export interface DraftStart {
  readonly connection?: ServerConnection;
  /** From a link. */
  readonly url?: string;
  readonly workspaceId?: string;
}

export function draftFrom({ connection, url, workspaceId }: DraftStart, newId: string): ConnectionDraft {
  const address = connection?.url ?? url ?? '';
  return {
    id: connection?.id ?? newId,
    place: address === '' ? 'us' : (regionOf(address)?.id ?? OTHER),
    address: regionOf(address) ? '' : address,
    apiKey: '',
    workspaceId: connection?.workspaceId ?? workspaceId ?? '',
    name: connection?.name ?? '',
    viaProxy: connection?.viaProxy,
    isKeyRemembered: false,
  };
}

export type DraftAnswer =
  | { readonly kind: 'ok'; readonly connection: ServerConnection; readonly notes: readonly string[] }
  | { readonly kind: 'refused'; readonly field: DraftField; readonly reason: string };

type DraftField = 'address' | 'apiKey' | 'workspaceId';

/** What is known beside the form. */
export interface DraftFacts {
  /** The vault has a key for this connection at this address. */
  readonly isKeyKnown: (connection: ServerConnection) => boolean;
  /** The local proxy exists and may talk to this address. */
  readonly isProxyAllowed: (url: string) => boolean;
}

const UUID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;

export function connectionFrom(draft: ConnectionDraft, facts: DraftFacts): DraftAnswer {
  const base = readBaseUrl(addressOf(draft));
  if (base.kind === 'refused') return { kind: 'refused', field: 'address', reason: base.reason };
  const workspaceId = draft.workspaceId.trim();
  if (workspaceId !== '' && !UUID.test(workspaceId)) {
    return {
      kind: 'refused',
      field: 'workspaceId',
      reason:
        'A workspace id looks like 1f0e2c3a-5b6d-4e7f-8a9b-0c1d2e3f4a5b. LangSmith shows it in Settings.',
    };
  }
  const connection: ServerConnection = {
    id: draft.id,
    name: draft.name.trim() || suggestedName(base.url),
    url: base.url,
    ...(workspaceId === '' ? {} : { workspaceId }),
    viaProxy: facts.isProxyAllowed(base.url) && (draft.viaProxy ?? true),
    needsKey: true,
  };
  const hasKey = draft.apiKey.trim() !== '' || facts.isKeyKnown(connection);
  if (!hasKey && isCloud(base.url)) {
    return { kind: 'refused', field: 'apiKey', reason: 'LangSmith Cloud asks for an API key.' };
  }
  return {
    kind: 'ok',
    notes: [...base.notes, ...policyNotes(connection)],
    connection: { ...connection, needsKey: hasKey },
  };
}

/** The page's own security policy: plain http only to this machine, or through the proxy, which is this machine. */
function policyNotes({ url, viaProxy }: ServerConnection): readonly string[] {
  const { protocol, hostname } = new URL(url);
  if (protocol === 'https:' || viaProxy || ['localhost', '127.0.0.1'].includes(hostname)) return [];
  return [
    'Browsers let this page talk to plain http servers only on this machine. Use https, or the local proxy.',
  ];
}

/** The address alone, as far as it can be read; other fields may still be wrong. */
export function urlOfDraft(draft: ConnectionDraft): string | undefined {
  const base = readBaseUrl(addressOf(draft));
  return base.kind === 'ok' ? base.url : undefined;
}

function addressOf({ place, address }: ConnectionDraft): string {
  const region = REGIONS.find(({ id }) => id === place);
  return region ? `https://${region.apiHost}` : address;
}

export interface CaughtAddress {
  readonly address: string;
  readonly hadKey: boolean;
}

const KEYS = /\b(?:lsv2_(?:pt|sk)_|ls__)[\w-]{8,}/g;
/** user:password@ */
const CREDENTIALS = /(?<=^\s*(?:https?:\/\/)?)[^\s/@]*@/i;
const NAMED = /[?&](?:x-)?api[-_]?key=[^&#]*/gi;

/** Keys are taken out of the address before it is shown, kept, or sent anywhere. */
export function catchKey(text: string): CaughtAddress {
  const hadKey = looksLikeKey(text) || CREDENTIALS.test(text) || text.search(NAMED) >= 0;
  if (!hadKey) return { address: text, hadKey };
  return { address: text.replace(NAMED, '').replace(KEYS, '').replace(CREDENTIALS, '').trim(), hadKey };
}
