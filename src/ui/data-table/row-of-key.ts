/**
 * Where a row is by now: rows come above it, or the order changes. Looked for from where it was, because it
 * mostly moved a little; a row that is gone leaves its place to whichever is there.
 */
export function rowOfKey(
  was: { readonly row: number; readonly key: string | undefined },
  rowCount: number,
  rowKey: (index: number) => string,
): number {
  const { row, key } = was;
  if (key === undefined || (row < rowCount && rowKey(row) === key)) return row;
  const most = Math.max(row, rowCount - 1 - row);
  for (let away = 1; away <= most; away++) {
    const below = row + away;
    if (below < rowCount && rowKey(below) === key) return below;
    const above = row - away;
    if (above >= 0 && above < rowCount && rowKey(above) === key) return above;
  }
  return row;
}
