/**
 * Which columns a table shows, in which order and how wide: a value, so that a page can keep the order
 * in its link and the widths among a person's preferences. Every change is a pure function from one
 * value to the next; the table never keeps a copy of its own.
 */

export interface DataColumn {
  readonly id: string;
  readonly title: string;
  /** Heading in the column chooser. */
  readonly group: string;
  /** One line about the column's meaning and unit, shown in the chooser and on the header. */
  readonly description?: string;
  /** Pixels that the title is moved in, to stand above the texts of cells that begin with a sign. */
  readonly titleInset?: number;
  /** Pixels. */
  readonly width: number;
  readonly minWidth?: number;
  readonly maxWidth?: number;
  readonly align?: 'start' | 'end';
  readonly sort?: 'ascending' | 'descending';
  /** The rows that are here have no one value in it. */
  readonly isUnsortable?: boolean;
}

export interface ColumnState {
  /** Ids of the shown columns, left to right. */
  readonly order: readonly string[];
  /** Pixels by column id; a column without an entry has its own default. */
  readonly widths: Readonly<Record<string, number>>;
  /** Ids of the columns that stay in view while the rest scrolls sideways, wherever they stand. */
  readonly pinned: readonly string[];
}

export const MIN_WIDTH = 48;
export const MAX_WIDTH = 1200;
/** One press of a key, in pixels. */
export const WIDTH_STEP = 16;

/** Shown columns that exist, left to right. Unknown ids are skipped: a link may be older than the columns. */
export function shownColumns(
  columns: readonly DataColumn[],
  order: readonly string[],
): readonly DataColumn[] {
  const byId = new Map(columns.map((column) => [column.id, column]));
  return order.flatMap((id) => byId.get(id) ?? []);
}

export function clampWidth(column: DataColumn, width: number): number {
  const least = column.minWidth ?? MIN_WIDTH;
  const most = column.maxWidth ?? MAX_WIDTH;
  return Math.round(Math.min(most, Math.max(least, width)));
}

export function widthOf(column: DataColumn, state: ColumnState): number {
  return clampWidth(column, state.widths[column.id] ?? column.width);
}

export function withWidth(state: ColumnState, column: DataColumn, width: number): ColumnState {
  return { ...state, widths: { ...state.widths, [column.id]: clampWidth(column, width) } };
}

export function withoutWidth(state: ColumnState, id: string): ColumnState {
  const { [id]: _dropped, ...widths } = state.widths;
  return { ...state, widths };
}

/** Puts a column before another one; `before` undefined = at the end. */
export function moveColumn(state: ColumnState, id: string, before: string | undefined): ColumnState {
  if (id === before || !state.order.includes(id)) return state;
  const rest = state.order.filter((other) => other !== id);
  const at = before === undefined ? -1 : rest.indexOf(before);
  const order = at < 0 ? [...rest, id] : [...rest.slice(0, at), id, ...rest.slice(at)];
  return { ...state, order };
}

/** Behind those that are pinned already; from there it moves like any other, and stays pinned. */
export function pinColumn(state: ColumnState, id: string): ColumnState {
  if (!state.order.includes(id) || state.pinned.includes(id)) return state;
  // Behind those that stand at the left: one that was pinned elsewhere must not pull it there.
  const next = state.order.findIndex((other) => !state.pinned.includes(other));
  return { ...moveColumn(state, id, state.order[next]), pinned: [...state.pinned, id] };
}

/** Behind those that are pinned still. */
export function unpinColumn(state: ColumnState, id: string): ColumnState {
  if (!state.pinned.includes(id)) return state;
  const pinned = state.pinned.filter((other) => other !== id);
  const next = state.order.findLastIndex((other) => pinned.includes(other)) + 1;
  return { ...(state.order.indexOf(id) < next ? moveColumn(state, id, state.order[next]) : state), pinned };
}

/** One place to the left (-1) or to the right (+1); at the edge nothing changes. */
export function stepColumn(state: ColumnState, id: string, step: -1 | 1): ColumnState {
  const from = state.order.indexOf(id);
  const to = from + step;
  if (from < 0 || to < 0 || to >= state.order.length) return state;
  const order = [...state.order];
  order.splice(from, 1);
  order.splice(to, 0, id);
  return { ...state, order };
}

export function showColumn(state: ColumnState, id: string): ColumnState {
  return state.order.includes(id) ? state : { ...state, order: [...state.order, id] };
}

/** The last column stays: a table without columns could not be repaired by its own header. */
export function hideColumn(state: ColumnState, id: string): ColumnState {
  const order = state.order.filter((other) => other !== id);
  if (order.length === 0) return state;
  return { ...state, order };
}
