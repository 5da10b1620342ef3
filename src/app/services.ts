import type { QueryClient } from '@tanstack/react-query';
import { createContext, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { type ConnectionStore, createConnectionStore } from '../features/connections/connection-store.ts';
import { findConnection } from '../features/connections/find-connection.ts';
import { createKeyVault, type KeyVault } from '../features/connections/key-vault.ts';
import { browserShelf } from '../features/saved/browser-shelf.ts';
import type { Shelf } from '../features/saved/saved-filter.ts';
import type { Deployment } from '../url/screens.ts';
import { type Backends, type BackendParts, createBackends } from './backend.ts';
import { downloadsOf, type LoadDownloads } from './downloads.ts';
import { createPreferences, type PreferencesStore } from './preferences.ts';
import { createQueryClient } from './query-client.ts';

/** What lives as long as the page. Made once, by main.tsx or by a test. */
export interface Services {
  readonly preferences: PreferencesStore;
  readonly connections: ConnectionStore;
  readonly keys: KeyVault;
  readonly backends: Backends;
  readonly queryClient: QueryClient;
  /** Saved filters of this browser. */
  readonly savedHere: Shelf;
  readonly loadDownloads: LoadDownloads;
}

export function createServices(storage: Storage, parts: BackendParts): Services {
  const world = {
    connections: createConnectionStore(storage),
    keys: createKeyVault(storage),
    backends: createBackends(parts),
  };
  return {
    ...world,
    preferences: createPreferences(storage),
    queryClient: createQueryClient(),
    savedHere: browserShelf({ storage, now: Date.now, newId }),
    loadDownloads: downloadsOf(world, storage),
  };
}

/** `crypto.randomUUID` exists only on https and localhost; a plain http address of a network is neither. */
const newId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

export const ServicesContext = createContext<Services | undefined>(undefined);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  if (!services) throw new Error('The app is mounted without its services.');
  return services;
}

export const useServers = () => useStore(useServices().connections, (state) => state.servers);

/** Where a visit without a link begins; the sample, should that connection be gone. */
export function useLastDeployment(): Deployment {
  const last = useStore(useServices().preferences, (state) => state.lastDeployment);
  const servers = useServers();
  return last.kind === 'server' && !findConnection(servers, last) ? { kind: 'sample' } : last;
}

/** Renders again when any key comes or goes. */
export function useKeys(): KeyVault {
  const { keys } = useServices();
  useSyncExternalStore(keys.subscribe, keys.version);
  return keys;
}
