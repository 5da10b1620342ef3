/** One entry of a FastAPI validation answer (CONTRACT §2). */
export interface Issue {
  readonly loc: readonly (string | number)[];
  readonly msg: string;
  readonly type: string;
}

export type HttpStatus = 400 | 401 | 404 | 409 | 413 | 415 | 422 | 429 | 501;

/** Thrown by routes; each generation prints it in its own shape. */
export class HttpError extends Error {
  override readonly name = 'HttpError';
  readonly status: HttpStatus;
  readonly detail: string | readonly Issue[];

  constructor(status: HttpStatus, detail: string | readonly Issue[]) {
    super(typeof detail === 'string' ? detail : detail.map(sentenceOf).join('; '));
    this.status = status;
    this.detail = detail;
  }
}

function sentenceOf(issue: Issue): string {
  return `${issue.loc.join('.')}: ${issue.msg}`;
}

export function notFound(what: string): HttpError {
  return new HttpError(404, `${what} not found`);
}

export function invalid(place: 'body' | 'query' | 'path', field: string, msg: string, type = 'value_error') {
  return new HttpError(422, [{ loc: [place, field], msg, type }]);
}
