import type { ComponentType } from 'react';
import type { RichFilterInput } from './rich-filter-input.tsx';

type Rich = typeof RichFilterInput extends ComponentType<infer Props> ? ComponentType<Props> : never;

let loading: Promise<Rich> | undefined;
let loaded: Rich | undefined;

/** Undefined until it has arrived; editors opened after that need no plain field first. */
export const loadedRichFilterInput = (): Rich | undefined => loaded;

/**
 * 840 kB that nobody needs to see a page. Plain import() instead of React.lazy, which holds the result
 * back for 300 ms after its fallback was shown. A failure (a new version was deployed, the network is
 * gone) is not remembered: the next editor tries again.
 */
export function loadRichFilterInput(): Promise<Rich> {
  loading ??= import('./rich-filter-input.tsx').then(
    (module) => (loaded = module.RichFilterInput),
    (error: unknown) => {
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** Calls back when the page has nothing better to do; the answer cancels. Safari has no idle callback. */
export function whenIdle(run: () => void): () => void {
  if (typeof requestIdleCallback === 'function') {
    const id = requestIdleCallback(run, { timeout: 3000 });
    return () => cancelIdleCallback(id);
  }
  const id = setTimeout(run, 300);
  return () => clearTimeout(id);
}

/** Monaco is made for mouse and keyboard and does not support browsers of phones. */
export const isTouchOnly = (): boolean => matchMedia('(hover: none) and (pointer: coarse)').matches;
