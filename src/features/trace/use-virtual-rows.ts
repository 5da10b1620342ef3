/**
 * The rows in view of a list with one row height. Rows sit in slots (row number modulo the pool), so
 * scrolling hands a leaving row's elements to the entering one and leaves all others alone. Chromium
 * cuts elements at 33,554,428 px (STACK §5): about 1.1 million rows of 28 px, far beyond a trace.
 */
import { useCallback, useEffect, useState, type RefObject } from 'react';

export interface VirtualRows {
  readonly first: number;
  /** One past the last. */
  readonly last: number;
  readonly pool: number;
  readonly rowsPerPage: number;
}

const overscan = 6;

export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
): VirtualRows {
  const [view, setView] = useState({ first: 0, fits: 40 });
  const measure = useCallback(() => {
    const element = scroller.current;
    if (!element) return;
    const fits = Math.ceil(element.clientHeight / rowHeight) + 1;
    const first = Math.max(0, Math.floor(element.scrollTop / rowHeight) - overscan);
    setView((old) => (old.first === first && old.fits === fits ? old : { first, fits }));
  }, [scroller, rowHeight]);

  // The scroll position and the size live in the document.
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    // An observer also reports once at the start, before the next paint.
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      sizes.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroller, measure]);

  const pool = view.fits + 2 * overscan;
  const first = Math.max(0, Math.min(view.first, count - 1));
  return { first, last: Math.min(count, first + pool), pool, rowsPerPage: Math.max(1, view.fits - 2) };
}
