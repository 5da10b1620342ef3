/** Where the files of an export go. */
export interface ObjectStore {
  readonly bucket: string;
  put(key: string, bytes: Uint8Array, signal?: AbortSignal): Promise<void>;
  delete(key: string, signal?: AbortSignal): Promise<void>;
}

/** The words that LangSmith hands on (CONTRACT §12.1), as far as a refusal is one of them. */
export type StorageRefusal =
  | 'Access denied'
  | 'Bucket is not valid'
  | 'Key ID you provided does not exist'
  | 'Invalid endpoint'
  | 'InvalidBucketName';

/** A store that refuses will refuse again, so nothing is retried; one that is out of breath is not refusing. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  readonly isTransient: boolean;

  constructor(message: string, isTransient: boolean, options?: ErrorOptions) {
    super(message, options);
    this.isTransient = isTransient;
  }
}
