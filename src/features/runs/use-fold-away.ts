import { useEffect, useRef, type FocusEvent } from 'react';

/**
 * Calls back when the focus has left an element. Not while the pointer is down: what moves away under a
 * finger cannot be pressed.
 */
export function useFoldAway(onLeft: () => void) {
  const isDown = useRef(false);
  const isWaiting = useRef(false);
  const left = useRef(onLeft);
  useEffect(() => {
    left.current = onLeft;
  }, [onLeft]);

  useEffect(() => {
    const abort = new AbortController();
    const options = { capture: true, signal: abort.signal };
    const up = () => {
      isDown.current = false;
      // After the click that belongs to it.
      if (isWaiting.current) setTimeout(() => left.current());
      isWaiting.current = false;
    };
    window.addEventListener('pointerdown', () => (isDown.current = true), options);
    window.addEventListener('pointerup', up, options);
    window.addEventListener('pointercancel', up, options);
    return () => abort.abort();
  }, []);

  return ({ currentTarget, relatedTarget }: FocusEvent) => {
    const isInside = relatedTarget instanceof Node && currentTarget.contains(relatedTarget);
    // Another window has the focus now; this one will get it back where it was.
    if (isInside || !document.hasFocus()) return;
    if (isDown.current) isWaiting.current = true;
    else left.current();
  };
}
