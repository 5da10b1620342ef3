import { useSyncExternalStore } from 'react';

/** Below this the tree and the panel take turns. */
const narrow = '(max-width: 820px)';

function subscribe(listener: () => void): () => void {
  const query = matchMedia(narrow);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export const isNarrowNow = () => matchMedia(narrow).matches;

export const useIsNarrow = () => useSyncExternalStore(subscribe, isNarrowNow);
