import { useSyncExternalStore } from 'react';

/** Below this the toolbar keeps only what is used most; the rest is behind one button. */
const NARROW = '(max-width: 900px)';
/** Below this the selects of the toolbar would push its buttons into a second row. */
const TIGHT = '(max-width: 1120px)';
/** From here on the buttons of the toolbar have room for their names. */
const WIDE = '(min-width: 1760px)';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (listener) => {
      const list = matchMedia(query);
      list.addEventListener('change', listener);
      return () => list.removeEventListener('change', listener);
    },
    () => matchMedia(query).matches,
  );
}

export const useIsNarrow = (): boolean => useMedia(NARROW);

export const useIsTight = (): boolean => useMedia(TIGHT);

export const useIsWide = (): boolean => useMedia(WIDE);
