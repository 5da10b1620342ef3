/**
 * The addresses of the local proxy. `/-/` cannot be the name of a file of the built site, so nothing of
 * the app is ever hidden by it.
 *
 *   GET /-/proxy                                     is there a proxy, and where may it go?
 *   *   /-/proxy/<http|https>/<host[:port]>/<path>   the request, sent there
 */
const PREFIX = '/-/proxy';

export type ProxyAddress =
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'status' }
  | { readonly kind: 'target'; readonly url: URL }
  | { readonly kind: 'malformed' };

export function parseProxyAddress(requestTarget: string): ProxyAddress {
  const query = requestTarget.indexOf('?');
  const path = query < 0 ? requestTarget : requestTarget.slice(0, query);
  if (path === PREFIX || path === `${PREFIX}/`) return { kind: 'status' };
  if (!path.startsWith(`${PREFIX}/`)) return { kind: 'elsewhere' };
  return parseTarget(path.slice(PREFIX.length + 1), query < 0 ? '' : requestTarget.slice(query));
}

/** `user:password@host` and anything else that is not plainly a host is refused, not interpreted. */
const TARGET = /^(https?)\/([a-z0-9.-]+|\[[0-9a-f:.]+\])(:\d{1,5})?(\/.*)?$/i;

function parseTarget(rest: string, search: string): ProxyAddress {
  const match = TARGET.exec(rest);
  if (!match) return { kind: 'malformed' };
  const [, scheme, host, port = '', path = '/'] = match;
  const text = `${scheme}://${host}${port}${path}${search}`;
  return URL.canParse(text) ? { kind: 'target', url: new URL(text) } : { kind: 'malformed' };
}
