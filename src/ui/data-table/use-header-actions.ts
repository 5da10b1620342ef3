import { type RefObject, useEffectEvent, useLayoutEffect, useRef } from 'react';
import { type ColumnState, withWidth } from './column-state.ts';
import { fittingWidth } from './fitting-width.ts';
import type { ShownColumn } from './use-column-table.ts';

interface HeaderOptions {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly shown: readonly ShownColumn[];
  readonly state: ColumnState;
  readonly onStateChange: (next: ColumnState) => void;
  /** Gives the focus to the cell that has the tab stop. */
  readonly onFocus: () => void;
}

interface HeaderActions {
  readonly onStateChange: (next: ColumnState) => void;
  readonly onFit: (columnId: string) => void;
}

export function useHeaderActions(options: HeaderOptions): HeaderActions {
  const { scroller, shown, state, onStateChange } = options;
  const isHiding = useRef(false);
  const onHidden = useEffectEvent(options.onFocus);
  // The outside system is the browser's focus: the header that had it is gone, the next one gets it.
  useLayoutEffect(() => {
    if (isHiding.current) onHidden();
    isHiding.current = false;
  }, [shown.length]);
  return {
    onStateChange: (next) => {
      onStateChange(next);
      isHiding.current = next.order.length < state.order.length;
    },
    onFit: (id) => {
      const at = shown.findIndex(({ column }) => column.id === id);
      if (!scroller.current || !shown[at]) return;
      onStateChange(withWidth(state, shown[at].column, fittingWidth(scroller.current, at)));
    },
  };
}
