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
  /** Ids of the columns that stay, by table; a table without an entry has its own default. */
  readonly pinned: Readonly<Record<string, readonly string[]>>;
  /** How older versions kept it: so many columns from the left, in every table without an entry. */
  readonly pinnedCount: number | undefined;
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
  readonly setPinned: (table: string, pinned: readonly string[]) => void;
  readonly setTimeDisplay: (timeDisplay: TimeDisplay) => void;
}

type Stored = Pick<
  TablePreferences,
  'widths' | 'pinned' | 'pinnedCount' | 'timeDisplay' | 'isPeeking' | 'density' | 'peekWidth'
>;

const VERSION = 1;

export const useTablePreferences = create<TablePreferences>()(
  persist(
    (set) => ({
      widths: {},
      pinned: {},
      pinnedCount: undefined,
      timeDisplay: 'relative',
      isPeeking: false,
      density: 'normal',
      peekWidth: 680,
      setWidths: (widths) => set({ widths }),
      setPinned: (table, ids) => set(({ pinned }) => ({ pinned: { ...pinned, [table]: ids } })),
      setTimeDisplay: (timeDisplay) => set({ timeDisplay }),
      setPeeking: (isPeeking) => set({ isPeeking }),
      setDensity: (density) => set({ density }),
      setPeekWidth: (peekWidth) => set({ peekWidth }),
    }),
    {
      name: 'runlens:runs-table',
      version: VERSION,
      partialize: ({ widths, pinned, pinnedCount, timeDisplay, isPeeking, density, peekWidth }): Stored => ({
        widths,
        pinned,
        pinnedCount,
        timeDisplay,
        isPeeking,
        density,
        peekWidth,
      }),
      merge: (stored, current) => ({ ...current, ...readStored(stored) }),
    },
  ),
);

/** `own`: the column that stays unless the person says otherwise. */
export function pinsOf(
  { pinned, pinnedCount }: Pick<TablePreferences, 'pinned' | 'pinnedCount'>,
  table: string,
  order: readonly string[],
  own: string,
): readonly string[] {
  if (pinned[table]) return pinned[table];
  if (pinnedCount !== undefined) return order.slice(0, pinnedCount);
  return order.includes(own) ? [own] : order.slice(0, 1);
}

/** Storage is written by older versions and by people: what does not fit is left out, field by field. */
export function readStored(stored: unknown): Partial<Stored> {
  if (typeof stored !== 'object' || stored === null) return {};
  const { widths, pinned, pinnedCount, timeDisplay, isPeeking, density, peekWidth } = stored as Record<
    string,
    unknown
  >;
  return {
    ...(typeof widths === 'object' && widths !== null ? { widths: numbersOf(widths) } : {}),
    ...(typeof pinned === 'object' && pinned !== null ? { pinned: idsOf(pinned) } : {}),
    ...countOf(pinned),
    ...countOf(pinnedCount),
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

/** One was the default, and is none of the person's own choices. */
function countOf(count: unknown): { readonly pinnedCount?: number } {
  return Number.isInteger(count) && Number(count) >= 0 && count !== 1 ? { pinnedCount: Number(count) } : {};
}

function idsOf(values: object): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(values).filter(
      ([, ids]) => Array.isArray(ids) && ids.every((id) => typeof id === 'string'),
    ),
  );
}
