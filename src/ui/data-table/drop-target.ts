export interface ColumnBounds {
  readonly id: string;
  readonly left: number;
  readonly right: number;
}

/** The column before which something let go at `x` lands; undefined = behind the last one. */
export function dropTargetAt(x: number, columns: readonly ColumnBounds[]): string | undefined {
  return columns.find(({ left, right }) => x < (left + right) / 2)?.id;
}
