/** How this person likes the tables, on this browser. What a link must show is not here. */
import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type TimeDisplay = 'relative' | 'absolute';

interface TablePreferences {
  /** Pixels by column id. */
  readonly widths: Readonly<Record<string, number>>;
  readonly timeDisplay: TimeDisplay;
  readonly setWidths: (widths: Readonly<Record<string, number>>) => void;
  readonly setTimeDisplay: (timeDisplay: TimeDisplay) => void;
}

type Stored = Pick<TablePreferences, 'widths' | 'timeDisplay'>;

const VERSION = 1;

export const useTablePreferences = create<TablePreferences>()(
  persist(
    (set) => ({
      widths: {},
      timeDisplay: 'relative',
      setWidths: (widths) => set({ widths }),
      setTimeDisplay: (timeDisplay) => set({ timeDisplay }),
    }),
    {
      name: 'runlens:runs-table',
      version: VERSION,
      partialize: ({ widths, timeDisplay }): Stored => ({ widths, timeDisplay }),
      merge: (stored, current) => ({ ...current, ...readStored(stored) }),
    },
  ),
);

/** Storage is written by older versions and by people: what does not fit is left out, field by field. */
export function readStored(stored: unknown): Partial<Stored> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { widths, timeDisplay } = stored as Record<string, unknown>;
  return {
    ...(typeof widths === 'object' && widths !== null ? { widths: numbersOf(widths) } : {}),
    ...(timeDisplay === 'relative' || timeDisplay === 'absolute' ? { timeDisplay } : {}),
  };
}

// A declaration, not a constant: the store above reads what is stored before the lines below it have run.
function numbersOf(values: object): Record<string, number> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => typeof value === 'number' && Number.isFinite(value)),
  );
}
