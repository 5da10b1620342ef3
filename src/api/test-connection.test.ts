import { expect, test } from 'vitest';
import { NetworkError } from '../contract/network-error.ts';
import { TimeoutError } from '../contract/timeout-error.ts';
import { fakeClock } from '../testing/fake-clock.ts';
import { fakeServer, html, json, type Answer } from '../testing/fake-server.ts';
import { testConnection, type TestOptions } from './test-connection.ts';

const INFO = 'GET /api/v1/info';
const SESSIONS = 'GET /api/v1/sessions';
const WORKSPACES = 'GET /api/v1/workspaces';
const V1 = 'POST /api/v1/runs/query';
const V2 = 'POST /api/v2/runs/query';
const refuses = () => json(422, { detail: 'some scope is required' });
const good: Record<string, Answer> = {
  [INFO]: () => ({ version: '0.15.1' }),
  [SESSIONS]: () => [{ id: 'p' }],
  [WORKSPACES]: () => [
    { id: 'w1', display_name: 'Team' },
    { id: 'w2', display_name: 'Old', is_deleted: true },
  ],
  [V1]: refuses,
};
const fails =
  (error: Error): Answer =>
  () =>
    Promise.reject(error);

async function tried(routes: Record<string, Answer>, options: Partial<TestOptions> = {}) {
  const clock = fakeClock();
  const answer = testConnection({
    baseUrl: 'https://host',
    fetch: fakeServer(routes).fetch,
    isViaProxy: false,
    hasWorkspace: false,
    hasKey: true,
    canReach: () => Promise.reject(new Error('not to be asked')),
    clock,
    ...options,
  });
  answer.catch(() => {}); // Looked at by the test, after the clock has moved.
  await clock.advance(300_000);
  return answer;
}

test('a good connection names version, generation and workspaces', async () => {
  expect(await tried(good)).toMatchObject({
    kind: 'ok',
    version: '0.15.1',
    generation: 'v1',
    workspaces: [{ id: 'w1', name: 'Team' }],
  });
  const modern = { ...good, [INFO]: () => ({ version: '0.17.0' }), [V2]: refuses };
  expect(await tried(modern)).toMatchObject({ kind: 'ok', generation: 'v2' });
});

test('a key that may not list workspaces is still good', async () => {
  expect(await tried({ ...good, [WORKSPACES]: () => json(403, {}) })).toMatchObject({
    kind: 'ok',
    workspaces: undefined,
  });
});

const unreachable = fails(new NetworkError('unreachable', 'no answer'));
const dead = { [INFO]: unreachable };

test.each<[string, Record<string, Answer>, Partial<TestOptions>, string, RegExp]>([
  ['no address', good, { baseUrl: 'ftp://x' }, 'bad-address', /http/],
  ['a key as address', good, { baseUrl: 'lsv2_pt_0123456789abcdef' }, 'bad-address', /API key/],
  [
    'a wrong key',
    { ...good, [SESSIONS]: () => json(401, { detail: 'Invalid token' }) },
    {},
    'wrong-key',
    /refused.*Invalid token/,
  ],
  ['no key', { ...good, [SESSIONS]: () => json(401, {}) }, { hasKey: false }, 'wrong-key', /needed/],
  [
    'a key refused by /info',
    { ...good, [INFO]: () => json(401, { detail: 'x' }) },
    {},
    'wrong-key',
    /refused/,
  ],
  [
    'an organization key',
    { ...good, [SESSIONS]: () => json(403, { error: 'org_scoped_key_requires_workspace' }) },
    {},
    'needs-workspace',
    /organization.*Pick/,
  ],
  [
    'a server that asks for the tenant',
    { ...good, [SESSIONS]: () => json(400, { detail: 'X-Tenant-Id missing' }) },
    {},
    'needs-workspace',
    /Tenant/,
  ],
  [
    'another workspace',
    { ...good, [SESSIONS]: () => json(403, { detail: 'Forbidden' }) },
    { hasWorkspace: true },
    'not-allowed',
    /chosen workspace/,
  ],
  [
    'no permission',
    { ...good, [SESSIONS]: () => json(403, { detail: 'Forbidden' }) },
    {},
    'not-allowed',
    /permission/,
  ],
  ['a web page', { [INFO]: () => html(200) }, {}, 'not-langsmith', /web page/],
  ['a page not found', { [INFO]: () => html(404, 'Nope') }, {}, 'not-langsmith', /Nope/],
  ['JSON of something else', { [INFO]: () => [1] }, {}, 'not-langsmith', /info/],
  ['no projects there', { [INFO]: () => ({}) }, {}, 'not-langsmith', /address/],
  [
    'projects of another shape',
    { ...good, [SESSIONS]: () => ({ rows: [] }) },
    {},
    'not-langsmith',
    /sessions/,
  ],
  ['offline', { [INFO]: fails(new NetworkError('offline', 'off')) }, {}, 'offline', /network/],
  [
    'redirected',
    { [INFO]: fails(new NetworkError('redirected', 'host redirects')) },
    {},
    'redirected',
    /leads/,
  ],
  ['CORS', dead, { canReach: async () => true }, 'cors', /CORS/],
  ['nothing there', dead, { canReach: async () => false }, 'unreachable', /typing/],
  ['a dead proxy', dead, { isViaProxy: true }, 'proxy-failed', /npm start/],
  [
    'an http server',
    dead,
    { baseUrl: 'http://intranet', canReach: async () => false },
    'unreachable',
    /https:\/\//,
  ],
  [
    'a server that the proxy misses',
    { [INFO]: fails(new NetworkError('not-there', 'host: ENOTFOUND')) },
    { isViaProxy: true },
    'unreachable',
    /ENOTFOUND/,
  ],
  [
    'a host that the proxy refuses',
    { [INFO]: fails(new NetworkError('proxy-refused', 'set X')) },
    { isViaProxy: true },
    'proxy-failed',
    /set X/,
  ],
  ['slow', { [INFO]: fails(new TimeoutError(90_000)) }, {}, 'timeout', /90 seconds/],
  ['broken', { ...good, [SESSIONS]: () => json(500, { detail: 'boom' }) }, {}, 'server-error', /boom/],
  ['busy', { ...good, [SESSIONS]: () => json(429, { detail: 'later' }) }, {}, 'busy', /minute/],
  ['neither generation', { ...good, [V1]: () => json(404, {}) }, {}, 'too-old', /Update/],
  ['teapot', { ...good, [SESSIONS]: () => json(418, { detail: 'short and stout' }) }, {}, 'failed', /stout/],
])('%s', async (_, routes, options, kind, words) => {
  const report = await tried(routes, options);
  expect(report.kind).toBe(kind);
  expect([report.title, report.explanation, ...report.next].join(' ')).toMatch(words);
  expect(report.next.length).toBeGreaterThan(0);
  expect(JSON.stringify(report)).not.toContain('lsv2_');
});

test('a refused origin comes with three remedies', async () => {
  const report = await tried(dead, { canReach: async () => true });
  expect(report.kind === 'cors' && report.remedies.map(({ id }) => id)).toEqual([
    'server-setting',
    'same-origin',
    'local-proxy',
  ]);
});

test('an organization key is offered its workspaces', async () => {
  const routes = { ...good, [SESSIONS]: () => json(403, { error: 'org_scoped_key_requires_workspace' }) };
  expect(await tried(routes)).toMatchObject({ workspaces: [{ id: 'w1', name: 'Team' }] });
});

test('stopping the test rejects with the reason', async () => {
  const reason = new DOMException('closed', 'AbortError');
  await expect(tried(good, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
});
