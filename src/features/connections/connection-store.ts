import { createStore } from 'zustand';
import { createJSONStorage, persist, type StateStorage } from 'zustand/middleware';
import { isRecord } from '../../lib/is-record.ts';
import { readServerConnections, type ServerConnection } from './server-connection.ts';

export interface ConnectionState {
  readonly servers: readonly ServerConnection[];
}

/** The servers of this browser, without their keys. The sample and opened files are always there and not listed. */
export function createConnectionStore(storage: StateStorage) {
  return createStore<ConnectionState>()(
    persist((): ConnectionState => ({ servers: [] }), {
      name: 'runlens.connections',
      version: 1,
      storage: createJSONStorage(() => storage),
      // Also of the current version: storage can be edited, damaged, or written by a newer program.
      merge: readState,
      migrate: readState,
    }),
  );
}

export type ConnectionStore = ReturnType<typeof createConnectionStore>;

function readState(stored: unknown): ConnectionState {
  return { servers: readServerConnections(isRecord(stored) ? stored['servers'] : undefined) };
}

/** Adds, or replaces the one with the same id in its place. */
export function withServer(state: ConnectionState, server: ServerConnection): ConnectionState {
  const isKnown = state.servers.some(({ id }) => id === server.id);
  return {
    servers: isKnown
      ? state.servers.map((known) => (known.id === server.id ? server : known))
      : [...state.servers, server],
  };
}

export function withoutServer(state: ConnectionState, id: string): ConnectionState {
  return { servers: state.servers.filter((server) => server.id !== id) };
}
