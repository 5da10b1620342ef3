import { expect, test } from 'vitest';
import { createPreferences, DEFAULT_PREFERENCES, readPreferences } from './preferences.ts';

const memory = (items: Record<string, string> = {}) => ({
  items,
  getItem: (name: string) => items[name] ?? null,
  setItem: (name: string, value: string) => void (items[name] = value),
  removeItem: (name: string) => void delete items[name],
});

test.each([
  [undefined, DEFAULT_PREFERENCES],
  [null, DEFAULT_PREFERENCES],
  [{ theme: 'dark' }, { ...DEFAULT_PREFERENCES, theme: 'dark' }],
  [{ theme: 'pink', lastDeployment: 7 }, DEFAULT_PREFERENCES],
  [
    { theme: 'light', lastDeployment: { kind: 'server', url: 'https://ls.example', workspaceId: 'w' } },
    { theme: 'light', lastDeployment: { kind: 'server', url: 'https://ls.example', workspaceId: 'w' } },
  ],
  [{ lastDeployment: { kind: 'server', url: 'not an address' } }, DEFAULT_PREFERENCES],
  [{ lastDeployment: { kind: 'files' } }, DEFAULT_PREFERENCES],
])('stored %j reads as %j', (stored, expected) => {
  expect(readPreferences(stored)).toEqual(expected);
});

test('a choice is there at the next visit', () => {
  const storage = memory();
  createPreferences(storage).setState({ theme: 'dark' });
  expect(createPreferences(storage).getState().theme).toBe('dark');
});

test.each(['{"state":{"theme":"dark"},"version":99}', '{"state":', '[]'])(
  'damaged storage %s does not stop the app',
  (text) => {
    const store = createPreferences(memory({ 'runlens.preferences': text }));
    expect(['dark', 'system']).toContain(store.getState().theme);
  },
);
