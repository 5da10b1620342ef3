/** How a person likes traces shown, remembered in this browser. Never holds anything of a trace. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export interface TracePreferences {
  readonly isTimelineShown: boolean;
  /** On a narrow screen, where the bars take the room of the names. */
  readonly isNarrowTimelineShown: boolean;
  /** Pixels of the tree beside the run panel; with the bars it wants more room. 0 = as the window allows. */
  readonly treeWidth: number;
  readonly timelineWidth: number;
  /** Pixels of the tree above the run panel, where the two are stacked. 0 = as the window allows. */
  readonly stackedHeight: number;
}

export const defaultPreferences: TracePreferences = {
  isTimelineShown: true,
  isNarrowTimelineShown: false,
  treeWidth: 0,
  timelineWidth: 0,
  stackedHeight: 0,
};

export const useTracePreferences = create<TracePreferences>()(
  persist(() => defaultPreferences, {
    name: 'runlens:trace',
    version: 1,
    merge: (stored, current) => ({ ...current, ...readPreferences(stored) }),
  }),
);

export const setTracePreferences = (change: Partial<TracePreferences>) =>
  useTracePreferences.setState(change);

export function toggleTimeline(isNarrow: boolean): void {
  const { isTimelineShown, isNarrowTimelineShown } = useTracePreferences.getState();
  setTracePreferences(
    isNarrow ? { isNarrowTimelineShown: !isNarrowTimelineShown } : { isTimelineShown: !isTimelineShown },
  );
}

/** Storage is outside: each value is believed only when it has the right type. */
export function readPreferences(stored: unknown): Partial<TracePreferences> {
  if (typeof stored !== 'object' || stored === null) return {};
  const entries = Object.entries(stored).filter(([key, value]) => {
    const known: unknown = Object.entries(defaultPreferences).find(([name]) => name === key)?.[1];
    return known !== undefined && typeof value === typeof known;
  });
  return Object.fromEntries(entries);
}
