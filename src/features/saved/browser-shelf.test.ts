import { beforeEach, expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { browserShelf, STORAGE_KEY } from './browser-shelf.ts';
import { queryOf } from './saved-query.ts';

let items: Map<string, string>;
let lastId: number;
let isFull: boolean;
beforeEach(() => {
  items = new Map();
  lastId = 0;
  isFull = false;
});

const shelf = () =>
  browserShelf({
    storage: {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => {
        if (isFull) throw new DOMException('full', 'QuotaExceededError');
        items.set(key, value);
      },
      removeItem: (key) => void items.delete(key),
    },
    now: () => 1000,
    newId: () => `id${++lastId}`,
  });

const draft = (name: string, filter = '') => ({
  name,
  description: 'd',
  query: queryOf({ ...defaultRunsScreen(), filter, columns: ['name'] }),
});

test('what was saved is there for the next tab, and can be changed and deleted', async () => {
  const made = await shelf().create(draft('a', 'eq(name, "x")'));
  expect((await shelf().list()).filters).toEqual([made]);
  expect(made).toMatchObject({
    place: 'browser',
    content: { kind: 'query', query: draft('a', 'eq(name, "x")').query },
  });
  const renamed = await shelf().rename(made, 'b', '');
  expect(renamed).toMatchObject({ name: 'b', description: '', content: made.content });
  const updated = await shelf().update(made.id, draft('b', 'eq(name, "y")'));
  expect(updated.version).not.toBe(renamed.version);
  expect(await shelf().get(made.id)).toEqual(updated);
  await shelf().remove(made.id);
  expect((await shelf().list()).filters).toEqual([]);
  await expect(shelf().update(made.id, draft('c'))).rejects.toThrow(/gone/);
});

test('entries that cannot be read stay, and are told', async () => {
  items.set(STORAGE_KEY, JSON.stringify({ version: 1, filters: [{ odd: true }, 7] }));
  await shelf().create(draft('a'));
  const list = await shelf().list();
  expect(list.filters.map(({ name }) => name)).toEqual(['a']);
  expect(list.problems.join()).toMatch(/^2 of the saved filters/);
  expect(items.get(STORAGE_KEY)).toContain('{"odd":true}');
});

test('a damaged storage is put aside, not overwritten', async () => {
  items.set(STORAGE_KEY, '{"version":1,"filters":[{"id"');
  expect((await shelf().list()).problems.join()).toMatch(/damaged/);
  await shelf().create(draft('a'));
  expect((await shelf().list()).filters).toHaveLength(1);
  expect(items.get(`${STORAGE_KEY}.damaged`)).toBe('{"version":1,"filters":[{"id"');
});

test('each damage keeps its own copy until somebody lets go of them', async () => {
  for (const text of ['{one', '{two']) {
    items.set(STORAGE_KEY, text);
    await shelf().create(draft('a'));
  }
  expect((await shelf().list()).damaged).toEqual(['{one', '{two']);
  await shelf().forgetDamaged?.();
  expect((await shelf().list()).damaged).toEqual([]);
});

test('a full storage is said, and nothing is lost', async () => {
  await shelf().create(draft('a'));
  isFull = true;
  await expect(shelf().create(draft('b'))).rejects.toThrow(/storage is full/);
  expect((await shelf().list()).filters.map(({ name }) => name)).toEqual(['a']);
});

test('what a newer program wrote is not touched', async () => {
  const newer = JSON.stringify({ version: 2, filters: [{ shape: 'new' }] });
  items.set(STORAGE_KEY, newer);
  expect((await shelf().list()).problems.join()).toMatch(/newer Runlens/);
  await expect(shelf().create(draft('a'))).rejects.toThrow(/newer Runlens/);
  expect(items.get(STORAGE_KEY)).toBe(newer);
});

test('an entry whose link is of a newer version is listed as unreadable', async () => {
  const entry = { id: 'x', name: 'n', link: '#/99/runs' };
  items.set(STORAGE_KEY, JSON.stringify({ version: 1, filters: [entry] }));
  expect((await shelf().list()).filters[0]).toMatchObject({
    name: 'n',
    content: { kind: 'unreadable', texts: [['Link', '#/99/runs']] },
  });
});
