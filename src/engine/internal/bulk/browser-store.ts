import { type ObjectStore, StorageError } from './object-store.ts';

export interface KeptFile {
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly writtenAt: number;
}

/** Bytes in all; what is kept here is memory of this page. */
const QUOTA = 512 * 1024 * 1024;

/** Files kept by the engine itself, for a workspace that has no bucket. They live as long as it does. */
export class BrowserStore implements ObjectStore {
  readonly bucket = 'this-browser';
  readonly #files = new Map<string, KeptFile>();
  readonly #now: () => number;
  #size = 0;

  constructor(now: () => number) {
    this.#now = now;
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const size = this.#size + bytes.length - (this.#files.get(key)?.bytes.length ?? 0);
    if (size > QUOTA) {
      throw new StorageError(
        'This browser keeps at most 512 MiB of exported files; export a shorter window, or to a bucket.',
        false,
      );
    }
    this.#size = size;
    this.#files.set(key, { key, bytes, writtenAt: this.#now() });
  }

  async delete(key: string): Promise<void> {
    this.#size -= this.#files.get(key)?.bytes.length ?? 0;
    this.#files.delete(key);
  }

  get(key: string): KeptFile | undefined {
    return this.#files.get(key);
  }

  list(): readonly KeptFile[] {
    return [...this.#files.values()];
  }
}
