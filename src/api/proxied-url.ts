/** The address of a request on the proxy of the page's own origin: `<page>/-/proxy/<scheme>/<host[:port]>/<path>`. */
export interface ProxyRoute {
  /** Address of the page, e.g. `document.baseURI`; query and fragment do not matter. */
  readonly pageUrl: string;
}

export function proxiedUrl({ pageUrl }: ProxyRoute, target: URL): URL {
  const scheme = target.protocol.slice(0, -1);
  const proxied = new URL(`-/proxy/${scheme}/${target.host}${target.pathname}`, pageUrl);
  proxied.search = target.search;
  return proxied;
}
