/** A server in front of the engine that fails as one tells it: the engine behind it holds the rows. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http';
import { close, listen } from './static-host.ts';

export type Fate =
  | 'ok'
  | 'too many'
  | 'broken'
  /** Half of the answer, then the connection breaks. */
  | 'cut'
  /** Never answers, until it is let go. */
  | 'hold';

export interface FaultyProxy {
  readonly url: string;
  /** Asked for every page of runs; the number counts them from one. */
  fate: (page: number) => Fate;
  readonly pages: number;
  close(): Promise<void>;
}

const OPEN = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': '*',
  'access-control-allow-methods': '*',
  'access-control-expose-headers': '*',
};

function isPage(request: IncomingMessage, body: Buffer): boolean {
  // Lists and previews of screens are let through: only a download asks for payloads in big pages.
  return (
    (request.url ?? '').endsWith('/runs/query') &&
    /"(page_size|limit)":(250|100)\b/.test(body.toString()) &&
    body.includes('INPUTS"')
  );
}

function forward(
  target: string,
  incoming: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
  isCut: boolean,
): void {
  const { host: _, ...headers } = incoming.headers;
  const outgoing = ask(
    new URL(incoming.url ?? '/', target),
    { method: incoming.method, headers },
    (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => {
        const whole = Buffer.concat(parts);
        delete answer.headers['transfer-encoding'];
        response.writeHead(answer.statusCode ?? 502, {
          ...answer.headers,
          ...OPEN,
          'content-length': whole.length,
        });
        if (!isCut) response.end(whole);
        else response.write(whole.subarray(0, whole.length / 2), () => response.destroy());
      });
    },
  );
  outgoing.end(body);
}

export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
  const proxy: FaultyProxy & { url: string; pages: number } = {
    url: '',
    fate: (): Fate => 'ok',
    pages: 0,
    close: () => close(server),
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const body = Buffer.concat(parts);
      if (request.method === 'OPTIONS') {
        response.writeHead(204, OPEN).end();
        return;
      }
      const fate = isPage(request, body) ? proxy.fate(++proxy.pages) : 'ok';
      if (fate === 'hold') return;
      if (fate === 'too many')
        response.writeHead(429, { ...OPEN, 'retry-after': '0' }).end('{"detail":"Rate limit exceeded"}');
      else if (fate === 'broken') response.writeHead(503, OPEN).end('<h1>503</h1>');
      else forward(target, request, body, response, fate === 'cut');
    });
  });
  proxy.url = await listen(server);
  return proxy;
}
