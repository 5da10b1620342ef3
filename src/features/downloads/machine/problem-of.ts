import { isStorageError, storageError } from '../../../extract/storage-error.ts';
import { errorAdvice } from '../../../parts/error-advice.ts';
import type { Problem } from '../record.ts';

const STORAGE_NAMES = new Set([
  'QuotaExceededError',
  'NoModificationAllowedError',
  'NotAllowedError',
  'SecurityError',
  'DataError',
]);

/** The deployment of a download cannot be asked: not connected, no key, files closed. */
export class NoBackendError extends Error {
  override readonly name = 'NoBackendError';
}

export function problemOf(thrown: unknown): Problem {
  const error = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (error instanceof NoBackendError) {
    return {
      title: 'Nothing answers for this download',
      detail: error.message,
      whatNow: 'Connect it again, then resume: what is here is kept.',
    };
  }
  const storage = isStorageError(error)
    ? error
    : STORAGE_NAMES.has(error.name)
      ? storageError(error.name, error.message)
      : undefined;
  if (storage)
    return {
      title: 'The disk refused',
      detail: storage.message,
      whatNow: storage.remedy,
    };
  const { title, detail, whatNow } = errorAdvice(error);
  return { title, detail, whatNow: `${whatNow} Resume goes on behind the last row that is here.` };
}
