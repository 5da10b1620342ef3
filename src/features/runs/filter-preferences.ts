/** How this person likes to write filters, on this browser. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { LanguageName } from '../../editor/editor-language.ts';

interface FilterPreferences {
  readonly language: LanguageName;
  /** Whether the filters are also said in words. */
  readonly isExplained: boolean;
  /** Whether the filters are also shown as chips. */
  readonly isBuilt: boolean;
  /** Whether the facets stand beside the table. */
  readonly isFaceted: boolean;
  readonly setLanguage: (language: LanguageName) => void;
  readonly setExplained: (isExplained: boolean) => void;
  readonly setBuilt: (isBuilt: boolean) => void;
  readonly setFaceted: (isFaceted: boolean) => void;
}

type Stored = Pick<FilterPreferences, 'language' | 'isExplained' | 'isBuilt' | 'isFaceted'>;

export const useFilterPreferences = create<FilterPreferences>()(
  persist(
    (set) => ({
      language: 'api',
      isExplained: false,
      isBuilt: true,
      isFaceted: false,
      setLanguage: (language) => set({ language }),
      setExplained: (isExplained) => set({ isExplained }),
      setBuilt: (isBuilt) => set({ isBuilt }),
      setFaceted: (isFaceted) => set({ isFaceted }),
    }),
    {
      name: 'runlens:filters',
      version: 1,
      partialize: ({ language, isExplained, isBuilt, isFaceted }): Stored => ({
        language,
        isExplained,
        isBuilt,
        isFaceted,
      }),
      merge: (stored, current) => ({ ...current, ...readStored(stored) }),
    },
  ),
);

/** Storage is written by older versions and by people: what does not fit is left out, field by field. */
export function readStored(stored: unknown): Partial<Stored> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { language, isExplained, isBuilt, isFaceted } = stored as Record<string, unknown>;
  return {
    ...(language === 'api' || language === 'bar' ? { language } : {}),
    ...(typeof isExplained === 'boolean' ? { isExplained } : {}),
    ...(typeof isBuilt === 'boolean' ? { isBuilt } : {}),
    ...(typeof isFaceted === 'boolean' ? { isFaceted } : {}),
  };
}
