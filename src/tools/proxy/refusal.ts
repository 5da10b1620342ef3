/**
 * What the proxy says for itself: LangSmith's own error shape (`detail`), so that the app shows it like
 * any server's answer, and a header that tells the two apart.
 */
import type { ServerResponse } from 'node:http';

export type RefusalKind =
  | 'forbidden'
  | 'host-not-allowed'
  | 'malformed'
  | 'unreachable'
  | 'timeout'
  | 'redirect';

const STATUS: Readonly<Record<Exclude<RefusalKind, 'redirect'>, number>> = {
  forbidden: 403,
  'host-not-allowed': 403,
  malformed: 400,
  unreachable: 502,
  timeout: 504,
};

export function refuse(
  response: ServerResponse,
  kind: RefusalKind,
  detail: string,
  status = kind === 'redirect' ? 502 : STATUS[kind],
): void {
  sendJson(response, status, { error: kind, detail }, { 'x-runlens-proxy': kind });
}

export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    ...headers,
  });
  response.end(JSON.stringify(body));
}
