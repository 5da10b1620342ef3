/** The server took longer than we were willing to wait. */
export class TimeoutError extends Error {
  override readonly name = 'TimeoutError';
  /** Milliseconds. */
  readonly timeout: number | undefined;

  constructor(timeout: number | undefined, options?: ErrorOptions) {
    const limit = timeout === undefined ? 'the time allowed' : `${Math.round(timeout / 1000)} seconds`;
    super(`The server did not answer within ${limit}.`, options);
    this.timeout = timeout;
  }
}

export const isTimeoutError = (error: unknown): error is TimeoutError => error instanceof TimeoutError;
