import { expect, test, vi } from 'vitest';
import { createKeyVault, type KeyStorage } from './key-vault.ts';
import type { ServerConnection } from './server-connection.ts';

const connection: ServerConnection = {
  id: 'a',
  name: 'A',
  url: 'https://ls.example/base',
  viaProxy: false,
  needsKey: true,
};
const other: ServerConnection = { ...connection, id: 'b' };

function memory(): KeyStorage & { readonly items: Map<string, string> } {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name) => items.get(name) ?? null,
    setItem: (name, value) => void items.set(name, value),
    removeItem: (name) => void items.delete(name),
  };
}

test('a key stays in memory unless it is to be remembered', () => {
  const storage = memory();
  const vault = createKeyVault(storage);
  expect(vault.keep(connection, 'secret', false)).toBe(true);
  expect(vault.keyOf(connection)).toBe('secret');
  expect(vault.stateOf(connection)).toBe('memory');
  expect(storage.items.size).toBe(0);
  expect(createKeyVault(storage).keyOf(connection)).toBeUndefined();
});

test('a remembered key is there at the next visit, until it is forgotten', () => {
  const storage = memory();
  createKeyVault(storage).keep(connection, 'secret', true);
  createKeyVault(storage).keep(other, 'another', true);
  const vault = createKeyVault(storage);
  expect(vault.keyOf(connection)).toBe('secret');
  expect(vault.stateOf(connection)).toBe('remembered');
  vault.forget('a');
  expect(vault.stateOf(connection)).toBe('none');
  expect(vault.keyOf(other)).toBe('another');
  vault.forget('b');
  expect(storage.items.size).toBe(0);
});

test('entering a key again without remembering it takes the old one out of storage', () => {
  const storage = memory();
  const vault = createKeyVault(storage);
  vault.keep(connection, 'old', true);
  vault.keep(connection, 'new', false);
  expect(vault.keyOf(connection)).toBe('new');
  expect(storage.items.size).toBe(0);
});

test('a key goes to no other origin, whatever the connection says', () => {
  const storage = memory();
  const vault = createKeyVault(storage);
  vault.keep(connection, 'secret', true);
  for (const url of ['https://evil.example', 'http://ls.example', 'https://ls.example:8443']) {
    expect(vault.keyOf({ ...connection, url })).toBeUndefined();
    expect(vault.stateOf({ ...connection, url })).toBe('none');
  }
  expect(vault.keyOf({ ...connection, url: 'https://ls.example/moved' })).toBe('secret');
});

test('storage that refuses is reported, and the key lives in memory', () => {
  const refusing: KeyStorage = {
    getItem: () => null,
    setItem: () => {
      throw new DOMException('full', 'QuotaExceededError');
    },
    removeItem: () => undefined,
  };
  const vault = createKeyVault(refusing);
  expect(vault.keep(connection, 'secret', true)).toBe(false);
  expect(vault.keyOf(connection)).toBe('secret');
  expect(vault.stateOf(connection)).toBe('memory');
});

test.each(['{', '[]', '{"a":"secret"}', '{"a":{"origin":1,"key":"x"}}'])(
  'damaged storage %s holds no keys',
  (text) => {
    const storage = memory();
    storage.items.set('runlens.keys', text);
    expect(createKeyVault(storage).keyOf(connection)).toBeUndefined();
  },
);

test('listeners hear of changes, and all keys are known for cleaning texts', () => {
  const vault = createKeyVault(memory());
  const listener = vi.fn<() => void>();
  const leave = vault.subscribe(listener);
  vault.keep(connection, 'secret', false);
  vault.keep(other, 'another', true);
  expect(vault.allKeys()).toEqual(expect.arrayContaining(['secret', 'another']));
  leave();
  vault.forget('a');
  expect(listener).toHaveBeenCalledTimes(2);
  expect(vault.version()).toBe(3);
});
