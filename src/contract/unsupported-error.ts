/** The question cannot be asked of this server; refused here, before anything was sent. */
export class UnsupportedError extends Error {
  override readonly name = 'UnsupportedError';
  /** What to do instead, as a sentence. */
  readonly remedy: string;

  constructor(message: string, remedy: string) {
    super(message);
    this.remedy = remedy;
  }
}

export const isUnsupportedError = (error: unknown): error is UnsupportedError =>
  error instanceof UnsupportedError;
