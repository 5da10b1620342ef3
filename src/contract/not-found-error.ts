/** The server answered well, and the thing asked for is not there (or not visible to this key). */
export class NotFoundError extends Error {
  override readonly name = 'NotFoundError';
  readonly what: 'run' | 'trace' | 'project';
  readonly id: string;

  /** `searched` says as a sentence where we looked, so that the person knows where we did not. */
  constructor(what: 'run' | 'trace' | 'project', id: string, searched: string) {
    super(`There is no ${what} ${id} here. ${searched}`);
    this.what = what;
    this.id = id;
  }
}

export const isNotFoundError = (error: unknown): error is NotFoundError => error instanceof NotFoundError;
