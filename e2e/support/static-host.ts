/**
 * The built site from a plain file server under a sub-path, as any static host would serve it: it knows files
 * and 404, and nothing else. No rewrite rule, no header, no proxy.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { BUILT_SITE } from '../../src/tools/build/ensure-build.ts';
import type { Site } from '../../src/tools/serve-site.ts';

const SUB_PATH = '/a/deep/sub-path/';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
};

export async function startStaticHost(): Promise<Site> {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname);
    const file = path.startsWith(SUB_PATH) ? fileOf(path.slice(SUB_PATH.length)) : undefined;
    if (file === undefined) {
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>404 Not Found</h1>');
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  const origin = await listen(server);
  return { url: origin + SUB_PATH, close: () => close(server) };
}

function fileOf(path: string): string | undefined {
  const file = join(BUILT_SITE, normalize(path === '' ? 'index.html' : path));
  return file.startsWith(BUILT_SITE) && existsSync(file) && statSync(file).isFile() ? file : undefined;
}

export async function listen(server: Server): Promise<string> {
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

export async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}
