/** Servers that are not what a person meant: each is a real one on this machine, so that CORS is real too. */
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { close, listen } from './static-host.ts';

export interface OddServer {
  readonly url: string;
  /** Request headers that ever arrived, by lower-case name. */
  readonly seen: IncomingMessage['headers'][];
  readonly close: () => Promise<void>;
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': '*',
  'access-control-allow-private-network': 'true',
};

/** Answers every request alike; preflights are granted unless the server knows no CORS. */
async function serve(answer: Answer, cors: Readonly<Record<string, string>> = OPEN): Promise<OddServer> {
  const seen: IncomingMessage['headers'][] = [];
  const server = createServer((request, response) => {
    seen.push(request.headers);
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
    if (request.method === 'OPTIONS' && cors === OPEN) response.writeHead(204).end();
    else answer(request, response);
  });
  return { url: await listen(server), seen, close: () => close(server) };
}

const json =
  (status: number, body: unknown): Answer =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };

export const oddServers = {
  /** A web page instead of an API: a wrong path, or a login page in front. */
  html: () =>
    serve((_, response) => {
      response
        .writeHead(200, { 'content-type': 'text/html' })
        .end('<!doctype html><title>Login</title><h1>Sign in</h1>');
    }),
  forbidden: () => serve(json(403, { detail: 'Forbidden' })),
  /** A LangSmith that allows no other origin. */
  withoutCors: () => serve(json(200, { version: '0.17.0' }), {}),
  /** Sends every request on to another server, as http → https does. */
  redirecting: (to: string) =>
    serve((request, response) => {
      response.writeHead(307, { location: `${to}${request.url ?? ''}` }).end();
    }),
  /** Nothing listens there any more. */
  gone: async (): Promise<OddServer> => {
    const server = await serve(json(200, {}));
    await server.close();
    return server;
  },
};
