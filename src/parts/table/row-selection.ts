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
    for (const each of between(order, from, index)) ids.add(each);
    return { ids, anchor: selection.anchor };
  }
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: id };
}

/**
 * Shift and an arrow key: from the anchor to the row that the focus moves to, and no longer to the one it
 * leaves. A row that is not marked begins a range of its own.
 */
export function extended(
  selection: RowSelection,
  order: readonly string[],
  from: number,
  to: number,
): RowSelection {
  const here = order[from];
  if (here === undefined || order[to] === undefined) return selection;
  const isGoingOn = selection.anchor !== undefined && selection.ids.has(here);
  const anchor = isGoingOn ? order.indexOf(selection.anchor!) : from;
  const start = anchor < 0 ? from : anchor;
  const ids = new Set(selection.ids);
  for (const each of between(order, start, from)) ids.delete(each);
  for (const each of between(order, start, to)) ids.add(each);
  return { ids, anchor: order[start] };
}

const between = (order: readonly string[], one: number, other: number) =>
  order.slice(Math.min(one, other), Math.max(one, other) + 1);
