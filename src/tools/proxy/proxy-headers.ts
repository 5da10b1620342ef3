/**
 * Which headers cross the local proxy. Cookies never do, in neither direction: this site has none to
 * give, and a server behind the proxy must not be able to set any for localhost.
 */
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';

/** RFC 9110 §7.6.1, and whatever the Connection header itself names. */
const HOP_BY_HOP = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** `origin` and `sec-fetch-*` speak of this page, which the target has nothing to do with. */
const NOT_SENT = new Set([...HOP_BY_HOP, 'host', 'cookie', 'origin', 'referer', 'expect', 'forwarded']);
const NOT_SENT_PREFIX = /^(sec-|x-forwarded-|access-control-)/;

/** What a server says about its own site, and would be wrong or harmful about this one. */
const NOT_RETURNED = new Set([
  ...HOP_BY_HOP,
  'set-cookie',
  'set-cookie2',
  'clear-site-data',
  'strict-transport-security',
  'alt-svc',
  'location',
  'refresh',
  'link',
  'service-worker-allowed',
  'sourcemap',
  'x-frame-options',
  'content-security-policy-report-only',
  'report-to',
  'reporting-endpoints',
  'nel',
  // Marks what the proxy says for itself; no server may speak in its name.
  'x-runlens-proxy',
]);
const NOT_RETURNED_PREFIX = /^(access-control-|cross-origin-)/;

/** Should an answer ever be opened as a page, it may do nothing there. */
const INERT = {
  'content-security-policy': "sandbox; default-src 'none'",
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'same-origin',
};

export function headersToSend(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return filtered(headers, NOT_SENT, NOT_SENT_PREFIX);
}

export function headersToReturn(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return { ...filtered(headers, NOT_RETURNED, NOT_RETURNED_PREFIX), ...INERT };
}

function filtered(
  headers: IncomingHttpHeaders,
  dropped: ReadonlySet<string>,
  droppedPrefix: RegExp,
): OutgoingHttpHeaders {
  const named = (headers.connection ?? '').toLowerCase().split(/\s*,\s*/);
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !dropped.has(name) && !droppedPrefix.test(name) && !named.includes(name),
    ),
  );
}
