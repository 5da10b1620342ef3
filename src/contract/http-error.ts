import type { Problem } from './problem.ts';

/** The server answered, and it said no. Carries the evidence, never the request (headers hold the key). */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: number;
  readonly problem: Problem;
  /** Milliseconds to wait, when the server named a time. */
  readonly retryAfter: number | undefined;
  /** Path without host and query. */
  readonly path: string;

  constructor(answer: { status: number; problem: Problem; path: string; retryAfter?: number }) {
    super(answer.problem.message);
    this.status = answer.status;
    this.problem = answer.problem;
    this.path = answer.path;
    this.retryAfter = answer.retryAfter;
  }
}

export const isHttpError = (error: unknown): error is HttpError => error instanceof HttpError;
