/**
 * Who may use the local proxy: the page that this server itself served, in a browser on this machine.
 *
 * Any web page can send requests to localhost, and a DNS name that its owner points at 127.0.0.1 makes
 * such a page "same-origin" (DNS rebinding). So the Host header must be a loopback name, the connection
 * must come from this machine, and the browser must say that the request comes from the same origin.
 */
import type { IncomingHttpHeaders } from 'node:http';

const LOOPBACK_NAME = /^(localhost|[a-z0-9-]+\.localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
const LOOPBACK_ADDRESS = /^(127\.|::1$|::ffff:127\.)/;

interface Caller {
  readonly headers: IncomingHttpHeaders;
  readonly remoteAddress: string | undefined;
}

/** A sentence for the person, or undefined when the request may pass. */
export function requestObjection({ headers, remoteAddress }: Caller): string | undefined {
  if (!LOOPBACK_ADDRESS.test(remoteAddress ?? '')) {
    return 'The proxy serves browsers on its own machine only. Open Runlens there, or connect without the proxy.';
  }
  if (!LOOPBACK_NAME.test(headers.host ?? '')) {
    return 'The proxy answers under the names localhost and 127.0.0.1 only. Open Runlens with one of these.';
  }
  return isSameOrigin(headers) ? undefined : 'The proxy answers only the Runlens page that it serves itself.';
}

/**
 * `Sec-Fetch-Dest: empty` is fetch(). Everything else (a script, a frame, a typed address) would let an
 * answer of the target run as part of this site.
 */
function isSameOrigin(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  const destination = headers['sec-fetch-dest'];
  if (site !== undefined && site !== 'same-origin') return false;
  if (destination !== undefined && destination !== 'empty') return false;
  if (headers.origin !== undefined) return headers.origin === `http://${headers.host}`;
  return site !== undefined;
}
