import { HttpError } from '../http/http-error.ts';
import { newId } from '../wire/new-id.ts';
import { type ObjectStore, StorageError } from './object-store.ts';

/** As LangSmith does it: a small file is written under `tmp/`, and deleted if that is allowed (CONTRACT §12.1). */
export async function tryToWrite(store: ObjectStore, prefix: string): Promise<void> {
  const start = prefix.replace(/^\/+|\/+$/g, '');
  const key = `${start === '' ? '' : `${start}/`}tmp/${newId()}.txt`;
  try {
    await store.put(key, new TextEncoder().encode('A test of LangSmith’s bulk export; it can be deleted.\n'));
  } catch (error) {
    throw new HttpError(400, error instanceof StorageError ? error.message : String(error));
  }
  // Deleting is wished for, not needed.
  await store.delete(key).catch(() => undefined);
}
