import { type RefObject, useEffect } from 'react';

/**
 * Marks the frame while columns go on beyond the right edge. An observer of the last pixel, because asking the
 * element how far it is scrolled costs a layout per scroll event.
 */
export function useCutEdge(
  frame: RefObject<HTMLElement | null>,
  scroller: RefObject<HTMLElement | null>,
  end: RefObject<HTMLElement | null>,
): void {
  // The outside system is where the elements are on the screen.
  useEffect(() => {
    const { current: box } = frame;
    const { current: root } = scroller;
    if (!box || !root || !end.current) return undefined;
    const observer = new IntersectionObserver(
      ([entry]) => {
        box.toggleAttribute('data-cut', entry?.isIntersecting === false);
        box.style.setProperty('--data-table-scrollbar', `${root.offsetWidth - root.clientWidth}px`);
      },
      { root },
    );
    observer.observe(end.current);
    return () => observer.disconnect();
  }, [frame, scroller, end]);
}
