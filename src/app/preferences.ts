import { createStore } from 'zustand';
import { type StateStorage, createJSONStorage, persist } from 'zustand/middleware';
import { isRecord } from '../lib/is-record.ts';
import type { Deployment } from '../url/screens.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface Preferences {
  readonly theme: Theme;
  /** Where the next visit without a link begins. */
  readonly lastDeployment: Deployment;
}

export const DEFAULT_PREFERENCES: Preferences = { theme: 'system', lastDeployment: { kind: 'sample' } };

/** Choices that outlive the visit. A link is believed before them, and opening one never writes them. */
export function createPreferences(storage: StateStorage) {
  return createStore<Preferences>()(
    persist(() => DEFAULT_PREFERENCES, {
      name: 'runlens.preferences',
      version: 1,
      storage: createJSONStorage(() => storage),
      // Also of the current version: storage can be edited, damaged, or written by a newer program.
      merge: (stored) => readPreferences(stored),
      migrate: (stored) => readPreferences(stored),
    }),
  );
}

export type PreferencesStore = ReturnType<typeof createPreferences>;

/** Each preference is read alone; one that cannot be read takes its default. */
export function readPreferences(stored: unknown): Preferences {
  const { theme, lastDeployment } = isRecord(stored) ? stored : {};
  return {
    theme: THEMES.find((known) => known === theme) ?? DEFAULT_PREFERENCES.theme,
    lastDeployment: readDeployment(lastDeployment) ?? DEFAULT_PREFERENCES.lastDeployment,
  };
}

function readDeployment(stored: unknown): Deployment | undefined {
  if (!isRecord(stored)) return undefined;
  const { kind, url, workspaceId } = stored;
  if (kind === 'sample') return { kind };
  // Opened files do not outlive the visit, so the next one does not begin there.
  if (kind !== 'server' || typeof url !== 'string' || !URL.canParse(url)) return undefined;
  return typeof workspaceId === 'string' ? { kind, url, workspaceId } : { kind, url };
}
