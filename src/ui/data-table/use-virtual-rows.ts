import { observeElementOffset, useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useLayoutEffect, useRef, type RefObject } from 'react';
import {
  domOffsetFor,
  MAX_SPACER_HEIGHT,
  offsetToReveal,
  scrolledTo,
  type ScrollExtent,
  type ScrollPosition,
} from './virtual-offset.ts';

interface VirtualRowsOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  /** Holds the rendered rows and is moved to where they belong, past React: scrolling renders nothing. */
  readonly rowsWindow: RefObject<HTMLElement | null>;
  readonly rowCount: number;
  readonly rowHeight: number;
  readonly initialOffset: number;
}

export interface VirtualRows {
  /** Indexes to render; end exclusive. */
  readonly from: number;
  readonly to: number;
  /** Height of the element that holds the rows, pixels. */
  readonly spacer: number;
  /** Scrolls the least amount that shows a row wholly. */
  readonly reveal: (index: number) => void;
}

const OVERSCAN = 8;

export function useVirtualRows(options: VirtualRowsOptions): VirtualRows {
  const { scroller, rowsWindow, rowCount, rowHeight, initialOffset } = options;
  const total = rowCount * rowHeight;
  const spacer = Math.min(total, MAX_SPACER_HEIGHT);
  const position = useRef<ScrollPosition>({ dom: initialOffset, virtual: initialOffset });
  const latest = useRef({ total, firstTop: 0 });

  const place = useCallback(() => {
    const shift = latest.current.firstTop + position.current.dom - position.current.virtual;
    if (rowsWindow.current) rowsWindow.current.style.transform = `translateY(${shift}px)`;
  }, [rowsWindow]);

  const virtualizer = useVirtualizer<HTMLElement, HTMLElement>({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: OVERSCAN,
    initialOffset,
    observeElementOffset: (instance, report) =>
      observeElementOffset(instance, (dom, isScrolling) => {
        position.current = positionAt(dom, position.current, latest.current.total, scroller.current);
        report(position.current.virtual, isScrolling);
        place();
      }),
  });

  const items = virtualizer.getVirtualItems();
  const from = items[0]?.index ?? 0;
  const to = (items.at(-1)?.index ?? -1) + 1;

  // The outside system is the element's style, which the scroll events above write as well.
  useLayoutEffect(() => {
    latest.current = { total, firstTop: from * rowHeight };
    place();
  });

  const reveal = useCallback(
    (index: number) => {
      const element = scroller.current;
      if (!element) return;
      const extent = extentOf(element, latest.current.total);
      const target = offsetToReveal(index, rowHeight, position.current.virtual, extent.viewport);
      if (target === undefined) return;
      position.current = { dom: domOffsetFor(target, position.current, extent), virtual: target };
      element.scrollTop = position.current.dom;
    },
    [scroller, rowHeight],
  );

  return { from, to, spacer, reveal };
}

function positionAt(
  dom: number,
  before: ScrollPosition,
  total: number,
  element: HTMLElement | null,
): ScrollPosition {
  // Asking an element for its height on every scroll event costs a layout; below the cap nobody needs it.
  if (total <= MAX_SPACER_HEIGHT || !element) return { dom, virtual: dom };
  return scrolledTo(before, dom, extentOf(element, total));
}

function extentOf(element: HTMLElement, total: number): ScrollExtent {
  const spacer = Math.min(total, MAX_SPACER_HEIGHT);
  // What the header and the footer take of the view is the difference to the whole scroll height.
  const viewport = spacer - (element.scrollHeight - element.clientHeight);
  return { total, viewport: Math.max(1, viewport), cap: MAX_SPACER_HEIGHT };
}
