import { startTransition, useCallback, useEffect, useMemo, useRef } from 'react';
import type { TraceScreen } from '../../url/screens.ts';
import type { SelectBy, TraceHandle } from './trace-context.ts';
import { moveTo, type TraceStore } from './trace-store.ts';
import { isNarrowNow } from './use-is-narrow.ts';
import { type KeptPlace, tellPlace } from './use-kept-place.ts';

export interface SelectionProps {
  readonly screen: TraceScreen;
  readonly keptPlace?: KeptPlace;
  readonly onScreenChange: (next: TraceScreen, how: 'push' | 'replace') => void;
}

/** Keyboard moves settle for this long before they reach the URL: Chromium allows 200 changes in 10 s. */
const settleMs = 140;

/** The cursor moves at once; the URL follows, pressed selections as history, keyboard moves in place. */
export function useSelection(store: TraceStore, props: SelectionProps): TraceHandle {
  const latest = useRef(props);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    latest.current = props;
  });
  const select = useCallback(
    (node: number, by: SelectBy, align?: 'nearest' | 'center') => {
      moveTo(store, node, align);
      clearTimeout(timer.current);
      const commit = () => {
        const { screen, keptPlace, onScreenChange } = latest.current;
        const { model, cursor } = store.getState();
        const runId = model.tree.runs[cursor]!.id;
        // On a narrow screen the URL opens the panel, and moving the cursor must not.
        if (by === 'keyboard' && isNarrowNow()) return;
        if (runId === screen.runId) return;
        // The page around renders again for the new address; the tree must not wait for it.
        startTransition(() => {
          if (keptPlace) tellPlace(model, cursor, keptPlace);
          onScreenChange({ ...screen, runId }, by === 'pointer' ? 'push' : 'replace');
        });
      };
      if (by === 'pointer') commit();
      else timer.current = setTimeout(commit, settleMs);
    },
    [store],
  );
  useEffect(() => () => clearTimeout(timer.current), []);

  // Back, forward and pasted links change the run from outside.
  const runId = props.screen.runId;
  useEffect(() => {
    const { model, cursor } = store.getState();
    // Going back to the tree on a narrow screen leaves the cursor where it was.
    if (runId === undefined && isNarrowNow()) return;
    const node = runId === undefined ? 0 : (model.tree.nodeOf.get(runId) ?? -1);
    if (node >= 0 && node !== cursor) moveTo(store, node, 'center');
  }, [runId, store]);

  return useMemo(() => ({ store, select }), [store, select]);
}
