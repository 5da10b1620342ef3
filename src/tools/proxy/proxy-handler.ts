/**
 * The local proxy as a connect middleware: lets the page that this server serves talk to LangSmith
 * whatever LangSmith's CORS policy is. It belongs to `npm start`, `npm run dev` and `npm run preview`
 * only; a hosted copy of Runlens has no proxy.
 */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { type AllowedHosts, isAllowedTarget } from './allowed-hosts.ts';
import { forward } from './forward.ts';
import { parseProxyAddress } from './proxy-address.ts';
import { refuse, sendJson } from './refusal.ts';
import { requestObjection } from './request-objection.ts';

export interface ProxyOptions {
  readonly allowed: AllowedHosts;
  readonly silenceMs?: number;
}

export type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

export function proxyHandler({ allowed, silenceMs = 120_000 }: ProxyOptions): Middleware {
  return (request, response, next) => {
    const address = parseProxyAddress(request.url ?? '');
    if (address.kind === 'elsewhere') return next();
    const objection = requestObjection({
      headers: request.headers,
      remoteAddress: request.socket.remoteAddress,
    });
    if (objection !== undefined) return refuse(response, 'forbidden', objection);
    if (address.kind === 'status') return sendJson(response, 200, { proxy: true, hosts: allowed });
    if (address.kind === 'malformed') return refuse(response, 'malformed', HOW);
    if (!isAllowedTarget(address.url, allowed)) {
      return refuse(response, 'host-not-allowed', howToAllow(address.url));
    }
    forward(address.url, request, response, { silenceMs });
  };
}

const HOW = 'An address of the proxy is /-/proxy/<http or https>/<host[:port]>/<path>.';

function howToAllow(url: URL): string {
  return `The proxy may not talk to ${url.protocol}//${url.host}. To allow it, start Runlens with RUNLENS_PROXY_HOSTS=${url.host}`;
}
