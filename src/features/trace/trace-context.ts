import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { TraceState, TraceStore } from './trace-store.ts';

/** Who moved decides what the history of the browser remembers. */
export type SelectBy = 'pointer' | 'keyboard';

export interface TraceHandle {
  readonly store: TraceStore;
  /** Moves the cursor and writes the run into the URL. */
  readonly select: (node: number, by: SelectBy, align?: 'nearest' | 'center') => void;
}

export const TraceContext = createContext<TraceHandle | undefined>(undefined);

export function useTraceHandle(): TraceHandle {
  const handle = useContext(TraceContext);
  if (!handle) throw new Error('This part of the trace page needs an open trace around it.');
  return handle;
}

/** One fact of the trace; the component renders again only when that fact changes. */
export function useTrace<T>(pick: (state: TraceState) => T): T {
  return useStore(useTraceHandle().store, pick);
}
