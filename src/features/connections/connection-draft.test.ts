import { expect, test } from 'vitest';
import { catchKey, type ConnectionDraft, connectionFrom, draftFrom } from './connection-draft.ts';

const facts = { isKeyKnown: () => false, isProxyAllowed: () => false };
const draft: ConnectionDraft = { ...draftFrom({}, 'new'), place: 'other' };

test.each([
  [{ place: 'eu' }, 'https://eu.api.smith.langchain.com', 'LangSmith EU (Google Cloud)'],
  [{ address: 'https://ls.example/api/v1' }, 'https://ls.example', 'ls.example'],
  [
    { address: 'ls.example/tools/langsmith/' },
    'https://ls.example/tools/langsmith',
    'ls.example/tools/langsmith',
  ],
  [{ address: 'localhost:1984', name: ' Mine ' }, 'http://localhost:1984', 'Mine'],
])('%j becomes %s, named %s', (change, url, name) => {
  const answer = connectionFrom({ ...draft, apiKey: 'k', ...change }, facts);
  expect(answer).toMatchObject({ kind: 'ok', connection: { id: 'new', url, name, needsKey: true } });
});

test.each([
  [{ address: '' }, 'address'],
  [{ address: 'ftp://ls.example' }, 'address'],
  [{ address: 'https://me:secret@ls.example' }, 'address'],
  [{ place: 'us', workspaceId: 'my workspace' }, 'workspaceId'],
  [{ place: 'us', apiKey: ' ' }, 'apiKey'],
])('%j is refused at %s', (change, field) => {
  expect(connectionFrom({ ...draft, ...change }, facts)).toMatchObject({ kind: 'refused', field });
});

test("a server of one's own may ask for no key; a known key need not be typed again", () => {
  const own = { ...draft, address: 'http://localhost:1984' };
  expect(connectionFrom(own, facts)).toMatchObject({ connection: { needsKey: false } });
  const known = connectionFrom({ ...draft, place: 'us' }, { ...facts, isKeyKnown: ({ id }) => id === 'new' });
  expect(known).toMatchObject({ connection: { needsKey: true } });
});

test.each([
  [undefined, true, true],
  [false, true, false],
  [true, false, false],
])('asked for the proxy: %s, allowed: %s, so used: %s', (viaProxy, isAllowed, expected) => {
  const answer = connectionFrom(
    { ...draft, place: 'us', apiKey: 'k', viaProxy },
    { ...facts, isProxyAllowed: () => isAllowed },
  );
  expect(answer).toMatchObject({ connection: { viaProxy: expected } });
});

test.each([
  ['http://ls.example', 1],
  ['https://ls.example', 0],
  ['http://127.0.0.1:1984', 0],
])('%s comes with %i warnings about plain http', (address, notes) => {
  expect(connectionFrom({ ...draft, address }, facts)).toMatchObject({ notes: { length: notes } });
});

test('a form starts from a connection, or from a link, and never with a key', () => {
  const connection = { id: 'c', name: 'Mine', url: 'https://ls.example', viaProxy: true, needsKey: true };
  expect(draftFrom({ connection }, 'new')).toMatchObject({
    id: 'c',
    place: 'other',
    address: 'https://ls.example',
    apiKey: '',
    viaProxy: true,
  });
  expect(draftFrom({ url: 'https://aws.api.smith.langchain.com', workspaceId: 'w' }, 'new')).toMatchObject({
    id: 'new',
    place: 'aws-us',
    address: '',
    workspaceId: 'w',
    apiKey: '',
  });
});

test.each([
  ['https://ls.example', 'https://ls.example', false],
  ['lsv2_pt_0123456789abcdef0123_ab', '', true],
  ['https://ls.example/?api_key=abc&x=1', 'https://ls.example/&x=1', true],
  ['https://ls.example lsv2_sk_0123456789abcdef', 'https://ls.example', true],
  ['https://user:pass@ls.example/x', 'https://ls.example/x', true],
  ['user@ls.example', 'ls.example', true],
])('%j pasted into the address leaves %j', (text, address, hadKey) => {
  expect(catchKey(text)).toEqual({ address, hadKey });
});
