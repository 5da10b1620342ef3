import { expect, test } from 'vitest';
import { createConnectionStore, withoutServer, withServer } from './connection-store.ts';
import { deploymentOf, findConnection } from './find-connection.ts';
import { readServerConnections, type ServerConnection } from './server-connection.ts';

const server = (id: string, url: string, workspaceId?: string): ServerConnection => ({
  id,
  name: id,
  url,
  viaProxy: false,
  needsKey: true,
  ...(workspaceId ? { workspaceId } : {}),
});

function memory(text?: string) {
  const items = new Map<string, string>(text === undefined ? [] : [['runlens.connections', text]]);
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
}

test('servers are there at the next visit', () => {
  const storage = memory();
  const store = createConnectionStore(storage);
  store.setState((state) => withServer(state, server('a', 'https://a.example')));
  store.setState((state) => withServer(state, server('b', 'https://b.example')));
  store.setState((state) => withServer(state, { ...server('a', 'https://a.example'), name: 'Renamed' }));
  expect(
    createConnectionStore(storage)
      .getState()
      .servers.map(({ name }) => name),
  ).toEqual(['Renamed', 'b']);
  store.setState((state) => withoutServer(state, 'a'));
  expect(
    createConnectionStore(storage)
      .getState()
      .servers.map(({ id }) => id),
  ).toEqual(['b']);
});

test.each([
  [undefined, []],
  [{}, []],
  [[{ id: 'a' }, { id: 'b', url: 'javascript:alert(1)' }, 7], []],
  [
    [{ id: 'a', url: 'https://a.example', apiKey: 'must not come in' }],
    [{ id: 'a', name: 'a.example', url: 'https://a.example', viaProxy: false, needsKey: true }],
  ],
])('stored %j reads as %j', (stored, expected) => {
  expect(readServerConnections(stored)).toEqual(expected);
});

test('damaged storage starts empty', () => {
  expect(createConnectionStore(memory('{"state":7,"version":3}')).getState().servers).toEqual([]);
});

const servers = [
  server('plain', 'https://ls.example'),
  server('one', 'https://ls.example', 'w1'),
  server('sub', 'https://ls.example/base'),
];

test.each([
  ['https://ls.example', undefined, 'plain'],
  ['https://LS.example/api/v1', undefined, 'plain'],
  ['https://ls.example', 'w1', 'one'],
  ['https://ls.example', 'w2', undefined],
  ['https://ls.example/base/', undefined, 'sub'],
  ['http://ls.example', undefined, undefined],
  ['https://other.example', undefined, undefined],
])('a link to %s, workspace %s, means connection %s', (url, workspaceId, expected) => {
  expect(findConnection(servers, { kind: 'server', url, workspaceId })?.id).toBe(expected);
});

test('a link without workspace is content with any connection of the server', () => {
  expect(findConnection([servers[1]!], { kind: 'server', url: 'https://ls.example' })?.id).toBe('one');
});

test('every connection finds itself again from its own link', () => {
  for (const each of servers) expect(findConnection(servers, deploymentOf(each))).toBe(each);
});
