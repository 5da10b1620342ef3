import { type RefObject, useEffect, useState } from 'react';

/** Whole pixels; 0 until the element is laid out. */
export function useWidth(element: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    const measured = element.current;
    if (!measured) return undefined;
    const sizes = new ResizeObserver(() => setWidth(Math.floor(measured.clientWidth)));
    sizes.observe(measured);
    return () => sizes.disconnect();
  }, [element]);
  return width;
}
