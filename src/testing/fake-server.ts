/** A server by a table of routes: answers, and remembers what it was asked. */
import type { Fetch } from '../contract/fetch.ts';

interface Asked {
  /** `POST /api/v1/runs/query`, without query string. */
  readonly route: string;
  readonly params: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

/** A Response as it is; anything else as JSON with status 200. */
export type Answer = (asked: Asked) => unknown;

export interface FakeServer {
  readonly fetch: Fetch;
  readonly asked: readonly Asked[];
  /** Bodies and parameters of one route, in order. */
  bodiesOf(route: string): readonly Record<string, unknown>[];
}

export const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });

export const html = (status: number, title = 'Welcome'): Response =>
  new Response(`<!doctype html><title>${title}</title>`, {
    status,
    headers: { 'content-type': 'text/html' },
  });

/** A route that is not in the table answers 404, as FastAPI does. */
export function fakeServer(routes: Readonly<Record<string, Answer>>): FakeServer {
  const asked: Asked[] = [];
  return {
    asked,
    bodiesOf: (route) => asked.filter((entry) => entry.route === route).map(({ body }) => body),
    fetch: async (request) => {
      request.signal.throwIfAborted();
      const url = new URL(request.url);
      const text = request.method === 'GET' ? '' : await request.text();
      const entry: Asked = {
        route: `${request.method} ${url.pathname}`,
        params: url.searchParams,
        body: text ? (JSON.parse(text) as Record<string, unknown>) : {},
        headers: request.headers,
      };
      asked.push(entry);
      const answer = await routes[entry.route]?.(entry);
      if (answer === undefined) return json(404, { detail: 'Not Found' });
      return answer instanceof Response ? answer : json(200, answer);
    },
  };
}
