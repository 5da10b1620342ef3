/**
 * Browsers stop laying out at a certain height (Chromium at 33,554,428 px, Firefox earlier), and rows
 * beyond it cannot be reached. So the scrolled element never grows beyond a cap, and where the rows are
 * taller than that, the position among them (`virtual`) is kept apart from the element's (`dom`): small
 * movements are carried over pixel by pixel, jumps of the scroll bar in proportion, and both ends meet.
 */
export interface ScrollPosition {
  readonly dom: number;
  readonly virtual: number;
}

export interface ScrollExtent {
  /** Height of all rows, pixels. */
  readonly total: number;
  readonly viewport: number;
  readonly cap: number;
}

export const MAX_SPACER_HEIGHT = 15_000_000;

/** A movement of the wheel or of a key; anything larger comes from the scroll bar or from a program. */
const isSmall = (delta: number, viewport: number) => Math.abs(delta) <= 4 * viewport;

/** The position after the element was scrolled to `dom`. */
export function scrolledTo(before: ScrollPosition, dom: number, extent: ScrollExtent): ScrollPosition {
  const { total, viewport, cap } = extent;
  if (total <= cap) return { dom, virtual: dom };
  const domEnd = cap - viewport;
  const virtualEnd = total - viewport;
  if (dom <= 0) return { dom, virtual: 0 };
  if (dom >= domEnd) return { dom, virtual: virtualEnd };
  const delta = dom - before.dom;
  const virtual = isSmall(delta, viewport) ? before.virtual + delta : (dom / domEnd) * virtualEnd;
  return { dom, virtual: Math.min(virtualEnd, Math.max(0, virtual)) };
}

/** Where to put the element so that `virtual` is at the top: nearby without a jump, else in proportion. */
export function domOffsetFor(virtual: number, now: ScrollPosition, extent: ScrollExtent): number {
  const { total, viewport, cap } = extent;
  if (total <= cap) return virtual;
  const domEnd = cap - viewport;
  const near = now.dom + virtual - now.virtual;
  if (isSmall(virtual - now.virtual, viewport) && near > 0 && near < domEnd) return near;
  return (virtual / (total - viewport)) * domEnd;
}

/** The least movement that brings a row wholly into view; undefined when it already is. */
export function offsetToReveal(
  index: number,
  rowHeight: number,
  top: number,
  viewport: number,
): number | undefined {
  const start = index * rowHeight;
  if (start < top) return start;
  if (start + rowHeight > top + viewport) return start + rowHeight - viewport;
  return undefined;
}
