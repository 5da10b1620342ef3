import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * What had the focus inside may be taken away by what it did; then the focus goes to the neighbour that
 * `fallback` finds, as soon as there is one, instead of to the page.
 */
export function useKeptFocus(
  within: RefObject<HTMLElement | null>,
  fallback: () => HTMLElement | null | undefined,
): void {
  const wasInside = useRef(false);
  // The outside system is the browser's focus.
  useEffect(() => {
    const onFocusIn = ({ target }: FocusEvent) => {
      wasInside.current = target instanceof Node && within.current?.contains(target) === true;
    };
    const onFocusOut = ({ target, relatedTarget }: FocusEvent) => {
      if (relatedTarget !== null || !(target instanceof Node)) return;
      queueMicrotask(() => {
        // Left by the person, not taken away.
        if (target.isConnected && isNowhere()) wasInside.current = false;
      });
    };
    document.addEventListener('focusin', onFocusIn);
    document.addEventListener('focusout', onFocusOut);
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      document.removeEventListener('focusout', onFocusOut);
    };
  }, [within]);
  useLayoutEffect(() => {
    if (wasInside.current && isNowhere()) fallback()?.focus({ preventScroll: true });
  });
}

const isNowhere = () => document.activeElement === document.body || document.activeElement === null;
