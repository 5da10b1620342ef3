import { createServer, request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { proxyHandler } from './proxy-handler.ts';

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function listen(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const startProxy = (setting: readonly string[] | 'any', silenceMs = 2000) => {
  const handle = proxyHandler({ allowed: setting, silenceMs });
  return listen((request, response) => handle(request, response, () => response.end('the app')));
};

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Not fetch(): it may set neither Host nor Cookie, and it decompresses. */
function ask(host: string, path: string, options: { method?: string; headers?: object; body?: Buffer } = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const headers = { 'sec-fetch-site': 'same-origin', 'sec-fetch-dest': 'empty', ...options.headers };
    const request = httpRequest(`http://${host}${path}`, { method: options.method ?? 'GET', headers });
    request.on('error', reject);
    request.on('response', (answer: IncomingMessage) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', reject);
      answer.on('end', () =>
        resolve({ status: answer.statusCode!, headers: answer.headers, body: Buffer.concat(chunks) }),
      );
    });
    request.end(options.body);
  });
}

const json = (answer: Answer) => JSON.parse(answer.body.toString()) as { error: string; detail: string };

test('the app itself is not disturbed', async () => {
  const proxy = await startProxy([]);
  expect((await ask(proxy, '/index.html')).body.toString()).toBe('the app');
});

test('the page can ask whether there is a proxy', async () => {
  const proxy = await startProxy(['x.example']);
  const answer = await ask(proxy, '/-/proxy');
  expect(JSON.parse(answer.body.toString())).toEqual({ proxy: true, hosts: ['x.example'] });
});

test('method, path, key and body arrive; status, type and bytes come back', async () => {
  let seen: { method?: string; url?: string; key?: unknown; host?: string; body: string } | undefined;
  const compressed = gzipSync('{"ok":true}');
  const target = await listen((request, response) => {
    const { method, url, headers } = request;
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      seen = { method, url, key: headers['x-api-key'], host: headers.host, body };
      response.writeHead(418, { 'content-type': 'application/json', 'content-encoding': 'gzip' });
      response.end(compressed);
    });
  });
  const proxy = await startProxy([target]);
  const answer = await ask(proxy, `/-/proxy/http/${target}/api/v1/runs/query?a=%20b`, {
    method: 'POST',
    headers: { 'x-api-key': 'secret', origin: `http://${proxy}` },
    body: Buffer.from('{"limit":1}'),
  });
  expect(seen).toEqual({
    method: 'POST',
    url: '/api/v1/runs/query?a=%20b',
    key: 'secret',
    host: target,
    body: '{"limit":1}',
  });
  expect(answer.status).toBe(418);
  expect(answer.headers['content-encoding']).toBe('gzip');
  expect(answer.body.equals(compressed)).toBe(true);
});

test('no cookie crosses, in neither direction, nor what belongs to one site only', async () => {
  let seen: IncomingHttpHeaders = {};
  const target = await listen((request, response) => {
    seen = request.headers;
    response.writeHead(200, {
      'set-cookie': 'a=b',
      'strict-transport-security': 'max-age=9',
      'clear-site-data': '"*"',
      'access-control-allow-origin': '*',
      'x-runlens-proxy': 'forbidden',
      'retry-after': '7',
      'x-hop': 'gone',
      connection: 'x-hop',
    });
    response.end();
  });
  const proxy = await startProxy([target]);
  const answer = await ask(proxy, `/-/proxy/http/${target}/`, {
    headers: { cookie: 'session=1', 'x-forwarded-for': '10.0.0.1', origin: `http://${proxy}`, 'x-keep': '1' },
  });
  expect(Object.keys(seen).toSorted()).toEqual(['connection', 'host', 'x-keep']);
  expect(answer.headers).toMatchObject({ 'retry-after': '7', 'x-content-type-options': 'nosniff' });
  for (const name of [
    'set-cookie',
    'strict-transport-security',
    'clear-site-data',
    'x-hop',
    'access-control-allow-origin',
    'x-runlens-proxy',
  ]) {
    expect(answer.headers[name], name).toBeUndefined();
  }
});

test('an answer opened as a page could do nothing', async () => {
  const target = await listen((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': "script-src 'self'" });
    response.end('<script>steal()</script>');
  });
  const proxy = await startProxy([target]);
  const answer = await ask(proxy, `/-/proxy/http/${target}/`);
  expect(answer.headers['content-security-policy']).toBe("sandbox; default-src 'none'");
});

test('the answer streams: its first part is here before the last is sent', async () => {
  let finish = () => {};
  const target = await listen((_, response) => {
    response.write('first,');
    finish = () => response.end('last');
  });
  const proxy = await startProxy([target]);
  const text = await new Promise<string>((resolve) => {
    let got = '';
    httpRequest(
      `http://${proxy}/-/proxy/http/${target}/`,
      { headers: { 'sec-fetch-site': 'same-origin' } },
      (answer) => {
        answer.on('data', (chunk: Buffer) => {
          got += chunk.toString();
          finish();
        });
        answer.on('end', () => resolve(got));
      },
    ).end();
  });
  expect(text).toBe('first,last');
});

test('a redirect passes without the address that a browser would take the key to', async () => {
  const target = await listen((_, response) => {
    response.writeHead(307, { location: 'https://elsewhere.example/api?token=abc' });
    response.end();
  });
  const proxy = await startProxy([target]);
  const answer = await ask(proxy, `/-/proxy/http/${target}/`);
  expect(answer.status).toBe(307);
  expect(answer.headers.location).toBeUndefined();
  expect(json(answer).detail).toContain('https://elsewhere.example/api');
  expect(json(answer).detail).not.toContain('abc');
});

test('an unlisted host is refused, with the way to allow it', async () => {
  let wasAsked = false;
  const target = await listen((_, response) => {
    wasAsked = true;
    response.end();
  });
  const proxy = await startProxy(['other.example']);
  const answer = await ask(proxy, `/-/proxy/http/${target}/`);
  expect(answer.status).toBe(403);
  expect(answer.headers['x-runlens-proxy']).toBe('host-not-allowed');
  expect(json(answer).detail).toContain(`RUNLENS_PROXY_HOSTS=${target}`);
  expect(wasAsked).toBe(false);
});

test.each([
  ['a rebound name', { host: 'evil.example' }],
  ['another site', { 'sec-fetch-site': 'cross-site' }],
])('%s is refused on every address', async (_, headers) => {
  const proxy = await startProxy('any');
  for (const path of ['/-/proxy', '/-/proxy/http/localhost/', '/-/proxy/nonsense']) {
    const answer = await ask(proxy, path, { headers });
    expect([path, answer.status]).toEqual([path, 403]);
  }
});

test('a server that is not there, and one that never answers', async () => {
  const gone = await listen(() => {});
  const closing = servers.pop()!;
  await new Promise((done) => closing.close(done));
  const silent = await listen(() => {});
  const proxy = await startProxy('any', 80);
  const unreachable = await ask(proxy, `/-/proxy/http/${gone}/`);
  expect([unreachable.status, json(unreachable).detail]).toEqual([
    502,
    `${gone} could not be reached: nothing listens there.`,
  ]);
  const late = await ask(proxy, `/-/proxy/http/${silent}/`);
  expect([late.status, json(late).error]).toEqual([504, 'timeout']);
});

test('an answer cut in the middle is not passed off as whole', async () => {
  const target = await listen((request, response) => {
    response.writeHead(200, { 'content-length': '100' });
    response.write('half', () => request.socket.destroy());
  });
  const proxy = await startProxy([target]);
  await expect(ask(proxy, `/-/proxy/http/${target}/`)).rejects.toThrow(/aborted|hang up|reset/i);
});

test('a browser that goes away ends the request at the target too', async () => {
  let tellEnd: (what: string) => void = () => {};
  const ended = new Promise<string>((resolve) => (tellEnd = resolve));
  const target = await listen((request, response) => {
    response.write('x');
    request.socket.on('close', () => tellEnd('closed'));
  });
  const proxy = await startProxy([target]);
  const request = httpRequest(
    `http://${proxy}/-/proxy/http/${target}/`,
    { headers: { 'sec-fetch-site': 'same-origin' } },
    () => request.destroy(),
  );
  request.on('error', () => {});
  request.end();
  expect(await ended).toBe('closed');
});
