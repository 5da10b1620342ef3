import type { Context } from 'hono';
import { HttpError } from './http-error.ts';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  415: 'Unsupported Media Type',
  422: 'Unprocessable Entity',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  501: 'Not Implemented',
};

/** FastAPI's shapes: a text, or a list for validation (CONTRACT §2). */
export function v1Error(error: Error, c: Context): Response {
  if (!(error instanceof HttpError)) return c.json({ detail: internal(error) }, 500);
  return c.json({ detail: error.detail }, error.status);
}

/** RFC 7807. `instance` says `/v2/…` whatever prefix was called (FILTER-LANGUAGE §10). */
export function v2Error(error: Error, c: Context): Response {
  const status = error instanceof HttpError ? error.status : 500;
  const detail = error instanceof HttpError ? error.message : internal(error);
  return problem(c, status, status === 400 ? `invalid request: ${detail}` : detail);
}

/** The ingestion service's shape; `details` is JSON text (CONTRACT §2). */
export function ingestError(error: Error, c: Context): Response {
  const status = error instanceof HttpError ? error.status : 500;
  const detail = error instanceof HttpError ? error.detail : internal(error);
  return c.json({ error: TITLES[status], details: JSON.stringify({ detail }) }, status);
}

export function problem(
  c: Context,
  status: 400 | 401 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 501,
  detail: string,
) {
  const instance = new URL(c.req.url).pathname.replace(/^\/api(?=\/v2\/)/, '');
  const body = { type: 'about:blank', title: TITLES[status], status, detail, instance };
  return c.body(JSON.stringify(body), status, { 'content-type': 'application/problem+json' });
}

function internal(error: Error): string {
  return `Internal server error: ${error.message}`;
}
