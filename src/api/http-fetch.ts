/**
 * The network. The only place that calls the global fetch, and the only one that holds an API key: it is
 * added here, to requests for one origin, and no error of this file repeats a header.
 */
import type { Fetch } from '../contract/fetch.ts';
import { NetworkError } from '../contract/network-error.ts';
import { TimeoutError } from '../contract/timeout-error.ts';
import { throwProxyRefusal } from './proxy-refusal.ts';
import { proxiedUrl, type ProxyRoute } from './proxied-url.ts';

export interface HttpFetchOptions {
  readonly baseUrl: string;
  readonly apiKey?: string;
  readonly workspaceId?: string;
  readonly organizationId?: string;
  /** Ask through the proxy of the page's own origin instead of directly. */
  readonly via?: ProxyRoute;
  /** Milliseconds for the whole answer, body included. The SDKs allow 90 s (CONTRACT §2). */
  readonly timeoutMs?: number;
  readonly surroundings?: Surroundings;
}

/** The browser, replaceable in tests. */
export interface Surroundings {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
  readonly isOnline: () => boolean;
  readonly timeoutSignal: (milliseconds: number) => AbortSignal;
}

const DEFAULT_TIMEOUT = 90_000;

const browser: Surroundings = {
  fetch: (url, init) => fetch(url, init),
  // Node has a navigator without onLine; only a clear "no" counts.
  isOnline: () => (globalThis.navigator as Navigator | undefined)?.onLine !== false,
  timeoutSignal: (milliseconds) => AbortSignal.timeout(milliseconds),
};

/** A copied Request would be sent as a stream, which browsers refuse over HTTP/1.1; our bodies are small. */
async function initOf(request: Request, headers: Headers): Promise<RequestInit> {
  const hasBody = request.method !== 'GET' && request.method !== 'HEAD';
  return {
    method: request.method,
    headers,
    ...(hasBody ? { body: await request.arrayBuffer() } : {}),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    // Followed redirects would carry the key along.
    redirect: 'manual',
  };
}

function failure(error: unknown, isOnline: boolean, host: string): NetworkError {
  return isOnline
    ? new NetworkError(
        'unreachable',
        `No answer came from ${host}: it is not reachable, or it does not allow this page to ask (CORS).`,
        { cause: error },
      )
    : new NetworkError('offline', 'This computer is offline.', { cause: error });
}

async function send(url: URL, request: Request, headers: Headers, options: HttpFetchOptions) {
  const { fetch: ask, isOnline, timeoutSignal } = options.surroundings ?? browser;
  const timeout = options.timeoutMs ?? DEFAULT_TIMEOUT;
  const deadline = timeoutSignal(timeout);
  const init = await initOf(request, headers);
  try {
    return await ask(url.href, { ...init, signal: AbortSignal.any([request.signal, deadline]) });
  } catch (error) {
    request.signal.throwIfAborted();
    if (deadline.aborted) throw new TimeoutError(timeout, { cause: error });
    throw failure(error, isOnline(), new URL(options.baseUrl).host);
  }
}

function refuseRedirect(response: Response, host: string): Response {
  const isRedirect = response.type === 'opaqueredirect' || (response.status >= 300 && response.status < 400);
  if (isRedirect && response.status !== 304)
    throw new NetworkError(
      'redirected',
      `${host} redirects to another address. Runlens does not follow, because the API key would travel along.`,
    );
  return response;
}

function keyHeaders({ apiKey, workspaceId, organizationId }: HttpFetchOptions): [string, string][] {
  const pairs: [string, string | undefined][] = [
    ['X-API-Key', apiKey],
    ['X-Tenant-Id', workspaceId],
    ['X-Organization-Id', organizationId],
  ];
  return pairs.filter((pair): pair is [string, string] => Boolean(pair[1]));
}

export function httpFetch(options: HttpFetchOptions): Fetch {
  const base = new URL(options.baseUrl);
  return async (request) => {
    const url = new URL(request.url);
    if (url.origin !== base.origin)
      throw new NetworkError(
        'wrong-origin',
        `This connection belongs to ${base.host}; its key is not sent to ${url.host}.`,
      );
    const headers = new Headers(request.headers);
    for (const [name, value] of keyHeaders(options)) headers.set(name, value);
    const target = options.via ? proxiedUrl(options.via, url) : url;
    const response = await send(target, request, headers, options);
    if (options.via) await throwProxyRefusal(response);
    return refuseRedirect(response, base.host);
  };
}

/** Asks any http(s) address without a key: files behind presigned links, the local proxy. */
export function keylessFetch(options: Pick<HttpFetchOptions, 'timeoutMs' | 'surroundings'> = {}): Fetch {
  return async (request) => {
    const url = new URL(request.url);
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new NetworkError('wrong-origin', `Addresses of the kind ${url.protocol} are not opened.`);
    const response = await send(url, request, new Headers(request.headers), {
      ...options,
      baseUrl: url.href,
    });
    return refuseRedirect(response, url.host);
  };
}

/**
 * Whether anything answers at an address, readable for this page or not: a `no-cors` request succeeds
 * without showing its answer. Sends no key.
 */
export async function isReachable(
  url: string,
  { fetch: ask, timeoutSignal }: Surroundings = browser,
): Promise<boolean> {
  try {
    await ask(url, {
      mode: 'no-cors',
      credentials: 'omit',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      redirect: 'follow',
      signal: timeoutSignal(10_000),
    });
    return true;
  } catch {
    return false;
  }
}
