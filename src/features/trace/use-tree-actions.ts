import { useCallback, useEffect, useRef } from 'react';
import { parentOf } from '../../model/tree-walk.ts';
import { toast } from '../../ui/toast.tsx';
import type { TraceHandle } from './trace-context.ts';
import { toggleTimeline } from './trace-preferences.ts';
import {
  collapseAll,
  expandAll,
  nextOf,
  setExpanded,
  toggleCriticalPath,
  toggleZoom,
} from './trace-store.ts';
import type { TreeAction } from './tree-keys.ts';
import { isNarrowNow } from './use-is-narrow.ts';

interface Places {
  readonly focusSearch: () => void;
  readonly openPanel: () => void;
}

/** Carries out what a key or a button asks. */
export function useTreeActions(handle: TraceHandle, places: Places): (action: TreeAction) => void {
  const latest = useRef(places);
  useEffect(() => {
    latest.current = places;
  });
  return useCallback(
    (action) => {
      switch (action.kind) {
        case 'search':
          return latest.current.focusSearch();
        case 'open':
          return latest.current.openPanel();
        default:
          return perform(action, handle);
      }
    },
    [handle],
  );
}

function perform(action: TreeAction, { store, select }: TraceHandle): void {
  switch (action.kind) {
    case 'select':
      return select(action.node, 'keyboard');
    case 'expand':
    case 'collapse':
      return setExpanded(store, action.node, action.kind === 'expand');
    case 'expand-siblings':
      return expandSiblings({ store, select });
    case 'expand-all':
      return expandAll(store);
    case 'collapse-all': {
      collapseAll(store);
      return select(store.getState().cursor, 'keyboard');
    }
    case 'next-error':
      return jump(store, select, 'errors', 1);
    case 'previous-error':
      return jump(store, select, 'errors', -1);
    case 'next-match':
      return jump(store, select, 'matches', 1);
    case 'previous-match':
      return jump(store, select, 'matches', -1);
    case 'zoom':
      return toggleZoom(store);
    case 'critical-path':
      return toggleCriticalPath(store);
    case 'timeline':
      return toggleTimeline(isNarrowNow());
    default:
      return;
  }
}

function jump(
  store: TraceHandle['store'],
  select: TraceHandle['select'],
  list: 'errors' | 'matches',
  direction: 1 | -1,
): void {
  const node = nextOf(store, list, direction);
  if (node >= 0) select(node, 'keyboard', 'center');
  else toast(list === 'errors' ? 'No run of this trace failed.' : 'Nothing found. Press / to search.');
}

function expandSiblings({ store }: TraceHandle): void {
  const { model, cursor } = store.getState();
  const parent = parentOf(model.tree, cursor);
  if (parent < 0) {
    setExpanded(store, cursor, true);
    return;
  }
  const end = model.tree.end[parent]!;
  for (let node = parent + 1; node < end; node = model.tree.end[node]!) setExpanded(store, node, true);
}
