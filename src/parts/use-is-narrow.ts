import { useSyncExternalStore } from 'react';

/** Below this the toolbar keeps only what is used most; the rest is behind one button. */
const QUERY = '(max-width: 900px)';

function subscribe(listener: () => void): () => void {
  const list = matchMedia(QUERY);
  list.addEventListener('change', listener);
  return () => list.removeEventListener('change', listener);
}

export const useIsNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches);
