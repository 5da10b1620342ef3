import type { CSSProperties } from 'react';

/** Of a column's place: how many pinned columns stand left of it; undefined = it scrolls. */
export function pinPlaces(
  columns: readonly { readonly id: string }[],
  pinned: readonly string[],
): readonly (number | undefined)[] {
  let next = 0;
  return columns.map(({ id }) => (pinned.includes(id) ? next++ : undefined));
}

/** Where a pinned column stays; the pixels are a variable of the grid, so that no row renders for a new width. */
export const pinStyle = (place: number | undefined): CSSProperties | undefined =>
  place === undefined || place === 0
    ? undefined
    : ({ '--data-table-pin': `var(--data-table-left-${place})` } as CSSProperties);

/** Variables of the grid: the pixels of the pinned columns left of each. */
export function pinOffsets(
  widths: readonly number[],
  places: readonly (number | undefined)[],
): Readonly<Record<string, string>> {
  let left = 0;
  return Object.fromEntries(
    places.flatMap((place, at) => {
      if (place === undefined) return [];
      const entry = [`--data-table-left-${place}`, `${left}px`] as const;
      left += widths[at] ?? 0;
      return [entry];
    }),
  );
}
