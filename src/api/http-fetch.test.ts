import { expect, test, vi } from 'vitest';
import { httpFetch, isReachable, keylessFetch, type Surroundings } from './http-fetch.ts';
import { findLocalProxy, proxyAllows } from './local-proxy.ts';
import { fakeServer, html, json } from '../testing/fake-server.ts';

const KEY = 'lsv2_pt_very_secret';
const never = () => new AbortController().signal;

function setup(options: Partial<Surroundings> & { answer?: () => Response | Promise<Response> } = {}) {
  const ask = vi.fn<Surroundings['fetch']>(async () => (options.answer ?? (() => json(200, {})))());
  const surroundings = { fetch: ask, isOnline: () => true, timeoutSignal: never, ...options };
  const base = { baseUrl: 'https://host/sub', apiKey: KEY, workspaceId: 'w', surroundings };
  return { ask, surroundings, base };
}

const request = (url = 'https://host/sub/api/v1/x?y=1', init?: RequestInit) => new Request(url, init);

test('adds the key and the workspace, and sends no cookies, no referrer, no redirects', async () => {
  const { ask, base } = setup();
  await httpFetch({ ...base, organizationId: 'o' })(request(undefined, { method: 'POST', body: '{"a":1}' }));
  const [url, init] = ask.mock.calls[0]!;
  expect(url).toBe('https://host/sub/api/v1/x?y=1');
  const headers = init.headers as Headers;
  expect([headers.get('x-api-key'), headers.get('x-tenant-id'), headers.get('x-organization-id')]).toEqual([
    KEY,
    'w',
    'o',
  ]);
  expect(new TextDecoder().decode(init.body as ArrayBuffer)).toBe('{"a":1}');
  expect(init).toMatchObject({
    method: 'POST',
    credentials: 'omit',
    redirect: 'manual',
    referrerPolicy: 'no-referrer',
  });
});

test.each([
  'https://host.evil/api',
  'http://host/sub/api',
  'https://host:8443/api',
  'https://evil/?https://host',
])('the key does not travel to %s', async (url) => {
  const { ask, base } = setup();
  await expect(httpFetch(base)(request(url))).rejects.toMatchObject({ failure: 'wrong-origin' });
  expect(ask).not.toHaveBeenCalled();
});

test('redirects are refused, in browsers and elsewhere', async () => {
  const opaque = new Response();
  Object.defineProperty(opaque, 'type', { value: 'opaqueredirect' });
  const moved = new Response(null, { status: 302, headers: { location: 'https://evil/' } });
  for (const answer of [opaque, moved]) {
    const { base } = setup({ answer: () => answer });
    await expect(httpFetch(base)(request())).rejects.toMatchObject({ failure: 'redirected' });
  }
});

test('failures are told apart, and none repeats the key', async () => {
  const refuse = () => Promise.reject(new TypeError('Failed to fetch'));
  const online = setup({ answer: refuse });
  const offline = setup({ answer: refuse, isOnline: () => false });
  const late = setup({ answer: refuse, timeoutSignal: () => AbortSignal.abort() });
  const failures = await Promise.all(
    [online, offline, late].map(({ base }) =>
      httpFetch({ ...base, timeoutMs: 5000 })(request()).catch((error: unknown) => error),
    ),
  );
  expect(failures).toMatchObject([
    { name: 'NetworkError', failure: 'unreachable', message: expect.stringContaining('CORS') },
    { name: 'NetworkError', failure: 'offline' },
    { name: 'TimeoutError', timeout: 5000 },
  ]);
  for (const failure of failures) expect(`${String(failure)}${(failure as Error).stack}`).not.toContain(KEY);
});

test('an abort is rethrown untouched', async () => {
  const reason = new DOMException('left', 'AbortError');
  const { base } = setup({ answer: () => Promise.reject(reason) });
  const asked = httpFetch(base)(request(undefined, { signal: AbortSignal.abort(reason) }));
  await expect(asked).rejects.toBe(reason);
});

test('the local proxy is asked instead, on the origin of the page', async () => {
  const { ask, base } = setup();
  const via = { pageUrl: 'http://localhost:5174/deep/?x#/1/runs' };
  await httpFetch({ ...base, baseUrl: 'https://host:8443', via })(request('https://host:8443/api/v1/x?y=1'));
  expect(ask.mock.calls[0]![0]).toBe('http://localhost:5174/deep/-/proxy/https/host:8443/api/v1/x?y=1');
});

test.each([
  ['unreachable', 502, { name: 'NetworkError', failure: 'not-there', message: 'why' }],
  ['timeout', 504, { name: 'TimeoutError' }],
  ['redirect', 302, { name: 'NetworkError', failure: 'redirected', message: 'why' }],
  ['host-not-allowed', 403, { name: 'NetworkError', failure: 'proxy-refused', message: 'why' }],
])('the proxy speaking for itself: %s', async (kind, status, expected) => {
  const answer = () => json(status, { error: kind, detail: 'why' }, { 'x-runlens-proxy': kind });
  const { base } = setup({ answer });
  const via = { pageUrl: 'http://localhost:5174/' };
  await expect(httpFetch({ ...base, via })(request())).rejects.toMatchObject(expected);
});

test('a server asked directly cannot pass for the proxy', async () => {
  const { base } = setup({ answer: () => json(403, { detail: 'no' }, { 'x-runlens-proxy': 'unreachable' }) });
  await expect(httpFetch(base)(request())).resolves.toMatchObject({ status: 403 });
});

test('the keyless fetch knows no key and only http(s)', async () => {
  const { ask, surroundings } = setup();
  await keylessFetch({ surroundings })(request('https://bucket/file'));
  expect([...(ask.mock.calls[0]![1].headers as Headers).keys()]).toEqual([]);
  await expect(keylessFetch({ surroundings })(request('data:,x'))).rejects.toMatchObject({
    name: 'NetworkError',
  });
});

test('reachability is asked without a key and without reading', async () => {
  const { ask, surroundings } = setup();
  await expect(isReachable('https://host/api/v1/info', surroundings)).resolves.toBe(true);
  expect(ask.mock.calls[0]![1]).toMatchObject({
    mode: 'no-cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  expect(ask.mock.calls[0]![1].headers).toBeUndefined();
  const gone = setup({ answer: () => Promise.reject(new TypeError('x')) });
  await expect(isReachable('https://host', gone.surroundings)).resolves.toBe(false);
});

test.each<[string, unknown, unknown]>([
  ['a list', { proxy: true, hosts: ['a', 'b:1', 7] }, ['a', 'b:1']],
  ['any', { proxy: true, hosts: 'any' }, 'any'],
  ['another service', { hosts: ['a'] }, undefined],
  ['a list', [], undefined],
  ['a static host’s page', html(200), undefined],
  ['a server that fails', json(500, { proxy: true, hosts: 'any' }), undefined],
])('local proxy: %s', async (_, answer, hosts) => {
  const server = fakeServer({ 'GET /app/-/proxy': () => answer });
  const found = await findLocalProxy('http://localhost/app/#/1/runs', server.fetch);
  expect(found?.hosts).toEqual(hosts);
  expect(server.asked).toHaveLength(1);
});

test('no proxy when nothing answers, and hosts are exact', async () => {
  await expect(findLocalProxy('http://x/', () => Promise.reject(new Error('gone')))).resolves.toBeUndefined();
  const route = { pageUrl: 'http://x/' };
  expect(proxyAllows({ route, hosts: ['host:8443'] }, 'https://host:8443/api')).toBe(true);
  expect(proxyAllows({ route, hosts: ['host'] }, 'https://host.evil')).toBe(false);
  expect(proxyAllows({ route, hosts: 'any' }, 'https://host.evil')).toBe(true);
});
