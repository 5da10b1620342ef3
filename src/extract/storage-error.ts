/** The disk said no. Carries the browser's name of the refusal and what a person can do about it. */
export class StorageError extends Error {
  override readonly name = 'StorageError';
  /** The browser’s own name of it. */
  readonly refusal: string;
  readonly remedy: string;

  constructor(refusal: string, message: string, remedy: string) {
    super(message);
    this.refusal = refusal;
    this.remedy = remedy;
  }
}

export const isStorageError = (error: unknown): error is StorageError => error instanceof StorageError;

export function storageError(name: string, message: string): StorageError {
  if (name === 'QuotaExceededError') {
    return new StorageError(
      name,
      'The disk, or the part of it that this browser gives to a site, is full.',
      'Free some space, or remove finished downloads from this list, then resume: what is here is kept.',
    );
  }
  if (name === 'NoModificationAllowedError') {
    return new StorageError(
      name,
      'The files of this download are in use.',
      'It probably runs in another tab. Close that one, then resume here.',
    );
  }
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return new StorageError(
      name,
      `This browser does not let Runlens write the file: ${message}`,
      'Allow it when the browser asks. A private window has no file system of its own: use an ordinary one.',
    );
  }
  return new StorageError(name, `The file could not be written: ${message}`, 'Try again, or resume later.');
}
