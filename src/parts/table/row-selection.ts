/** Rows that a person marked, by run: they stay marked when the order changes or more rows come. */

export interface RowSelection {
  readonly ids: ReadonlySet<string>;
  /** Where a range begins. */
  readonly anchor: string | undefined;
}

export const NO_SELECTION: RowSelection = { ids: new Set(), anchor: undefined };

/** One row on or off; as a range everything from the anchor to it goes on. */
export function toggled(
  selection: RowSelection,
  order: readonly string[],
  index: number,
  isRange: boolean,
): RowSelection {
  const id = order[index];
  if (id === undefined) return selection;
  const from = selection.anchor === undefined ? -1 : order.indexOf(selection.anchor);
  const ids = new Set(selection.ids);
  if (isRange && from >= 0) {
    for (const each of order.slice(Math.min(from, index), Math.max(from, index) + 1)) ids.add(each);
    return { ids, anchor: selection.anchor };
  }
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}
