/** How this person likes the tables, on this browser. What a link must show is not here. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type TimeDisplay = 'relative' | 'absolute';

export type Density = 'compact' | 'normal' | 'comfortable';

/** Pixels of a row. */
export const ROW_HEIGHTS: Readonly<Record<Density, number>> = { compact: 26, normal: 32, comfortable: 40 };

interface TablePreferences {
  /** Pixels by column id. */
  readonly widths: Readonly<Record<string, number>>;
  /** Columns from the left that stay. */
  readonly pinned: number;
  readonly timeDisplay: TimeDisplay;
  /** Rows open beside the table. */
  readonly isPeeking: boolean;
  readonly density: Density;
  /** Pixels of the trace beside the table. */
  readonly peekWidth: number;
  readonly setPeeking: (isPeeking: boolean) => void;
  readonly setDensity: (density: Density) => void;
  readonly setPeekWidth: (peekWidth: number) => void;
  readonly setWidths: (widths: Readonly<Record<string, number>>) => void;
  readonly setPinned: (pinned: number) => void;
  readonly setTimeDisplay: (timeDisplay: TimeDisplay) => void;
}

type Stored = Pick<
  TablePreferences,
  'widths' | 'pinned' | 'timeDisplay' | 'isPeeking' | 'density' | 'peekWidth'
>;

const VERSION = 1;

export const useTablePreferences = create<TablePreferences>()(
  persist(
    (set) => ({
      widths: {},
      pinned: 1,
      timeDisplay: 'relative',
      isPeeking: false,
      density: 'normal',
      peekWidth: 680,
      setWidths: (widths) => set({ widths }),
      setPinned: (pinned) => set({ pinned }),
      setTimeDisplay: (timeDisplay) => set({ timeDisplay }),
      setPeeking: (isPeeking) => set({ isPeeking }),
      setDensity: (density) => set({ density }),
      setPeekWidth: (peekWidth) => set({ peekWidth }),
    }),
    {
      name: 'runlens:runs-table',
      version: VERSION,
      partialize: ({ widths, pinned, timeDisplay, isPeeking, density, peekWidth }): Stored => ({
        widths,
        pinned,
        timeDisplay,
        isPeeking,
        density,
        peekWidth,
      }),
      merge: (stored, current) => ({ ...current, ...readStored(stored) }),
    },
  ),
);

/** Storage is written by older versions and by people: what does not fit is left out, field by field. */
export function readStored(stored: unknown): Partial<Stored> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { widths, pinned, timeDisplay, isPeeking, density, peekWidth } = stored as Record<string, unknown>;
  return {
    ...(typeof widths === 'object' && widths !== null ? { widths: numbersOf(widths) } : {}),
    ...(Number.isInteger(pinned) && Number(pinned) >= 0 ? { pinned: Number(pinned) } : {}),
    ...(timeDisplay === 'relative' || timeDisplay === 'absolute' ? { timeDisplay } : {}),
    ...(typeof isPeeking === 'boolean' ? { isPeeking } : {}),
    ...(density === 'compact' || density === 'normal' || density === 'comfortable' ? { density } : {}),
    ...(typeof peekWidth === 'number' && peekWidth > 0 ? { peekWidth } : {}),
  };
}

// A declaration, not a constant: the store above reads what is stored before the lines below it have run.
function numbersOf(values: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === 'number' && Number.isFinite(value)),
  );
}
