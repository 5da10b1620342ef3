/** Records in IndexedDB: small, written after every page, and able to hold a file handle. */
import type { DownloadRecord } from '../record.ts';

const DATABASE = 'runlens-downloads';
const STORE = 'downloads';

export interface RecordStore {
  all(): Promise<readonly DownloadRecord[]>;
  put(record: DownloadRecord): Promise<void>;
  remove(id: string): Promise<void>;
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () =>
      reject(request.error ?? new Error('The browser’s database failed.')),
    );
  });

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener('upgradeneeded', () => request.result.createObjectStore(STORE, { keyPath: 'id' }));
  return done(request);
}

export function recordStore(): RecordStore {
  let opened: Promise<IDBDatabase> | undefined;
  const store = async (mode: IDBTransactionMode) => {
    opened ??= open();
    return (await opened).transaction(STORE, mode).objectStore(STORE);
  };
  return {
    all: async () => done((await store('readonly')).getAll() as IDBRequest<DownloadRecord[]>),
    put: async (record) => {
      await done((await store('readwrite')).put(record));
    },
    remove: async (id) => {
      await done((await store('readwrite')).delete(id));
    },
  };
}
