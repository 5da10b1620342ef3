import { expect, test } from 'vitest';
import type { HttpFetchOptions } from '../api/http-fetch.ts';
import type { Fetch } from '../contract/fetch.ts';
import type { ServerConnection } from '../features/connections/server-connection.ts';
import { type BackendParts, createBackends } from './backend.ts';

/** Answers imports and /info, and remembers what it was asked. */
function fakeParts() {
  const asked: string[] = [];
  const opened: HttpFetchOptions[] = [];
  let engines = 0;
  let stopped = 0;
  const engineFetch: Fetch = async (request) => {
    const { pathname, search } = new URL(request.url);
    asked.push(`${request.method} ${pathname}${search}`);
    if (!pathname.startsWith('/runlens/')) return Response.json({ version: '0.17.0' });
    if ((await request.text()) === 'broken') return Response.json({ detail: 'Not gzip.' }, { status: 400 });
    return Response.json({ runs: 2, projects: 1, skipped: [{ line: 3, reason: 'half' }], skipped_count: 7 });
  };
  const parts: BackendParts = {
    async startEngine() {
      engines++;
      return { fetch: engineFetch, stop: () => void stopped++ };
    },
    fetchSample: async () => new Blob(['sample']),
    serverFetch(options) {
      opened.push(options);
      return async () => Response.json({ version: '0.17.0' });
    },
    pageUrl: 'http://127.0.0.1:5174/',
  };
  return { parts, asked, opened, counts: () => ({ engines, stopped }) };
}

const connection: ServerConnection = {
  id: 'c',
  name: 'C',
  url: 'https://ls.example',
  workspaceId: 'w',
  viaProxy: false,
  needsKey: true,
};

test('the sample is loaded once, moved by whole days, and only when something is asked', async () => {
  const { parts, asked, counts } = fakeParts();
  const backends = createBackends(parts);
  const { api } = backends.sample();
  expect(backends.sample().api).toBe(api);
  expect(counts().engines).toBe(0);
  await api.info();
  await backends.sample().api.info();
  expect(counts().engines).toBe(1);
  expect(asked[0]).toBe('POST /runlens/import?name=sample&shift=days');
});

test('files are added to one engine; each addition is a new world for the caches', async () => {
  const { parts, asked, counts } = fakeParts();
  const backends = createBackends(parts);
  expect(backends.files()).toBeUndefined();
  const report = await backends.openFile(new Blob(['{}']), 'mine');
  expect(report).toMatchObject({ runs: 2, projects: 1, feedback: 0, skippedCount: 7 });
  const first = backends.files()?.api.connectionId;
  await backends.openFile(new Blob(['{}']), 'more');
  expect(backends.files()?.api.connectionId).not.toBe(first);
  expect(counts()).toEqual({ engines: 1, stopped: 0 });
  expect(asked).toEqual(['POST /runlens/import?name=mine', 'POST /runlens/import?name=more']);
});

test('closing files stops their engine', async () => {
  const { parts, counts } = fakeParts();
  const backends = createBackends(parts);
  await backends.openFile(new Blob(['{}']), 'mine');
  backends.closeFiles();
  expect(backends.files()).toBeUndefined();
  await backends.openFile(new Blob(['{}']), 'again');
  expect(counts()).toEqual({ engines: 2, stopped: 1 });
});

test('a file that cannot be read says why, and what was open stays open', async () => {
  const backends = createBackends(fakeParts().parts);
  await backends.openFile(new Blob(['{}']), 'mine');
  const before = backends.files();
  await expect(backends.openFile(new Blob(['broken']), 'bad')).rejects.toThrow('Not gzip.');
  expect(backends.files()).toBe(before);
});

test('a server keeps its client until the connection or its key changes', () => {
  const { parts, opened } = fakeParts();
  const backends = createBackends(parts);
  const first = backends.server(connection, 'key');
  expect(backends.server(connection, 'key')).toBe(first);
  expect(opened).toEqual([{ baseUrl: 'https://ls.example', apiKey: 'key', workspaceId: 'w' }]);
  const second = backends.server(connection, 'other key');
  expect(second.api.connectionId).not.toBe(first.api.connectionId);
  const third = backends.server({ ...connection, viaProxy: true }, 'other key');
  expect(third.api.connectionId).not.toBe(second.api.connectionId);
  expect(opened.at(-1)).toMatchObject({ via: { pageUrl: 'http://127.0.0.1:5174/' } });
});

test('no name of a cache holds a key or an address', () => {
  const { api } = createBackends(fakeParts().parts).server(connection, 'lsv2_pt_secret');
  expect(api.connectionId).not.toMatch(/secret|ls\.example/);
});

test('only servers have limits', () => {
  const backends = createBackends(fakeParts().parts);
  expect(backends.sample().budget).toBeUndefined();
  expect(backends.server(connection, 'key').budget).toBeDefined();
});
