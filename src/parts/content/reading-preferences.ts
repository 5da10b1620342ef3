/** How a person likes recorded texts shown, remembered in this browser. Never holds any text. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export interface ReadingPreferences {
  readonly isMarkdownShown: boolean;
}

export const useReadingPreferences = create<ReadingPreferences>()(
  persist((): ReadingPreferences => ({ isMarkdownShown: true }), {
    name: 'runlens:reading',
    version: 1,
    merge: (stored, current) => ({ ...current, ...readReading(stored) }),
  }),
);

export const setMarkdownShown = (isMarkdownShown: boolean) =>
  useReadingPreferences.setState({ isMarkdownShown });

/** Storage is outside: a value is believed only when it has the right type. */
export function readReading(stored: unknown): Partial<ReadingPreferences> {
  if (typeof stored !== 'object' || stored === null || !('isMarkdownShown' in stored)) return {};
  const { isMarkdownShown } = stored;
  return typeof isMarkdownShown === 'boolean' ? { isMarkdownShown } : {};
}
