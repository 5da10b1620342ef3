/**
 * No answer came. A browser hides whether the server refused the page's origin (CORS) or was not there at
 * all: `unreachable` means either; test-connection.ts tells them apart. `not-there` is certain: the local
 * proxy looked.
 */
export type NetworkFailure =
  | 'offline'
  | 'unreachable'
  | 'not-there'
  | 'redirected'
  | 'wrong-origin'
  | 'proxy-refused';

export class NetworkError extends Error {
  override readonly name = 'NetworkError';
  readonly failure: NetworkFailure;

  constructor(failure: NetworkFailure, message: string, options?: ErrorOptions) {
    super(message, options);
    this.failure = failure;
  }
}

export const isNetworkError = (error: unknown): error is NetworkError => error instanceof NetworkError;
