/** Is the page served by a program that also forwards to LangSmith (`npm start`), and to which hosts? */
import type { Fetch } from '../contract/fetch.ts';
import { keylessFetch } from './http-fetch.ts';
import type { ProxyRoute } from './proxied-url.ts';

export interface LocalProxy {
  readonly route: ProxyRoute;
  readonly hosts: readonly string[] | 'any';
}

function hostsOf(body: unknown): LocalProxy['hosts'] | undefined {
  if (typeof body !== 'object' || body === null || !('proxy' in body) || body.proxy !== true)
    return undefined;
  const hosts = 'hosts' in body ? body.hosts : undefined;
  if (hosts === 'any') return 'any';
  return Array.isArray(hosts) ? hosts.filter((host): host is string => typeof host === 'string') : undefined;
}

/** Undefined when there is none: a static host answers with 404 or with its own page. */
export async function findLocalProxy(
  pageUrl: string,
  fetch: Fetch = keylessFetch({ timeoutMs: 3000 }),
): Promise<LocalProxy | undefined> {
  try {
    const response = await fetch(new Request(new URL('-/proxy', pageUrl)));
    const hosts = response.ok ? hostsOf(await response.json()) : undefined;
    return hosts && { route: { pageUrl }, hosts };
  } catch {
    return undefined;
  }
}

export function proxyAllows({ hosts }: LocalProxy, baseUrl: string): boolean {
  return hosts === 'any' || hosts.includes(new URL(baseUrl).host);
}
