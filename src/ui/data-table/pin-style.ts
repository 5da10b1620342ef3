import type { CSSProperties } from 'react';
import { pinnedCount, type ColumnState } from './column-state.ts';

/** Where a pinned column stays; the pixels are a variable of the grid, so that no row renders for a new width. */
export const pinStyle = (at: number): CSSProperties | undefined =>
  at === 0 ? undefined : ({ '--data-table-pin': `var(--data-table-left-${at})` } as CSSProperties);

/** Variables of the grid: the pixels left of each pinned column but the first. */
export function pinOffsets(
  shown: readonly { readonly width: number }[],
  state: ColumnState,
): Readonly<Record<string, string>> {
  let left = 0;
  return Object.fromEntries(
    shown.slice(0, pinnedCount(state)).map(({ width }, at) => {
      const entry = [`--data-table-left-${at}`, `${left}px`] as const;
      left += width;
      return entry;
    }),
  );
}
