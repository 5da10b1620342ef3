import { isRecord } from '../../lib/is-record.ts';
import { originOf, type ServerConnection } from './server-connection.ts';

export type KeyState = 'none' | 'memory' | 'remembered';

/**
 * API keys. In memory, unless the person ticks *remember*; then also in this browser's storage. Every key
 * is bound to the origin it was entered for: a connection whose address was changed to another server
 * does not get it. Nothing else in the app reads or writes keys.
 */
export interface KeyVault {
  keyOf(connection: ServerConnection): string | undefined;
  stateOf(connection: ServerConnection): KeyState;
  /** False when the storage refused (private window, full): the key then lives in memory only. */
  keep(connection: ServerConnection, key: string, isRemembered: boolean): boolean;
  forget(connectionId: string): void;
  /** Every key known here, so that texts which leave the app can be cleaned of them. */
  allKeys(): readonly string[];
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes with every change. */
  readonly version: () => number;
}

export type KeyStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

interface StoredKey {
  readonly origin: string;
  readonly key: string;
}

const NAME = 'runlens.keys';
type StoredKeys = Readonly<Record<string, StoredKey>>;

export function createKeyVault(storage: KeyStorage): KeyVault {
  const memory = new Map<string, StoredKey>();
  const listeners = new Set<() => void>();
  let version = 0;
  const changed = () => {
    version++;
    listeners.forEach((listener) => listener());
  };

  const find = (connection: ServerConnection) => {
    const found = memory.get(connection.id) ?? readKeys(storage)[connection.id];
    return found?.origin === originOf(connection) ? found : undefined;
  };

  return {
    keyOf: (connection) => find(connection)?.key,
    stateOf(connection) {
      if (!find(connection)) return 'none';
      return readKeys(storage)[connection.id] ? 'remembered' : 'memory';
    },
    keep(connection, key, isRemembered) {
      const entry: StoredKey = { origin: originOf(connection), key };
      memory.set(connection.id, entry);
      const others = withoutKey(readKeys(storage), connection.id);
      const isKept = writeKeys(storage, isRemembered ? { ...others, [connection.id]: entry } : others);
      changed();
      return isKept || !isRemembered;
    },
    forget(connectionId) {
      memory.delete(connectionId);
      writeKeys(storage, withoutKey(readKeys(storage), connectionId));
      changed();
    },
    allKeys: () => [...memory.values(), ...Object.values(readKeys(storage))].map(({ key }) => key),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
  };
}

function withoutKey(keys: StoredKeys, id: string): StoredKeys {
  return Object.fromEntries(Object.entries(keys).filter(([known]) => known !== id));
}

function readKeys(storage: KeyStorage): StoredKeys {
  try {
    const stored: unknown = JSON.parse(storage.getItem(NAME) ?? '{}');
    if (!isRecord(stored)) return {};
    return Object.fromEntries(Object.entries(stored).flatMap(([id, entry]) => readKey(id, entry)));
  } catch {
    // Storage that is switched off or damaged holds no keys; the person is asked again.
    return {};
  }
}

function readKey(id: string, entry: unknown): readonly [string, StoredKey][] {
  if (!isRecord(entry)) return [];
  const { origin, key } = entry;
  return typeof origin === 'string' && typeof key === 'string' ? [[id, { origin, key }]] : [];
}

function writeKeys(storage: KeyStorage, keys: StoredKeys): boolean {
  try {
    // Without keys there is no trace of them, not even an empty list.
    if (Object.keys(keys).length === 0) storage.removeItem(NAME);
    else storage.setItem(NAME, JSON.stringify(keys));
    return true;
  } catch {
    // The caller says so; the error of the browser would repeat what was to be stored.
    return false;
  }
}
