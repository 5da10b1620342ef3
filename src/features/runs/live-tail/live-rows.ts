/** What came after a list was read, what of the list has changed since, and the table of both. */
import type { TimeWindow } from '../../../contract/api.ts';
import type { RunRow } from '../run-row.ts';

/** Start times, both ends included, between which runs may exist that were not read. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  /** Where the reading stopped. More runs may begin in one millisecond than are read at a time. */
  readonly resume?: { readonly window: TimeWindow; readonly cursor: string };
}

export interface LiveRows {
  /** New rows that are in the table, newest first. */
  readonly shown: readonly RunRow[];
  /** New rows that are held back because somebody reads further down, newest first. */
  readonly waiting: readonly RunRow[];
  /** Newer states of rows of the list, by id. */
  readonly updates: Readonly<Record<string, RunRow>>;
  readonly gaps: readonly Gap[];
}

export const NO_LIVE_ROWS: LiveRows = { shown: [], waiting: [], updates: {}, gaps: [] };

export const allShown = (live: LiveRows): LiveRows =>
  live.waiting.length === 0
    ? live
    : { ...live, shown: newestFirst([...live.waiting, ...live.shown]), waiting: [] };

/** The list as it is now, with what came since at its place by start time; the same array when nothing did. */
export function rowsWith(rows: readonly RunRow[], { shown, updates }: LiveRows): readonly RunRow[] {
  const current = Object.keys(updates).length === 0 ? rows : rows.map((row) => updates[idOf(row)] ?? row);
  if (shown.length === 0) return current;
  // A list that was read on, or again, may hold by now what the live tail had found first.
  const listed = rowsById(rows);
  return merged(
    shown.filter((row) => !listed.has(idOf(row))),
    current,
  );
}

export const idOf = ({ run }: RunRow) => run.id;

const byId = new WeakMap<readonly RunRow[], ReadonlyMap<string, RunRow>>();

/** A list may have a hundred thousand rows, and every look asks for the same ones. */
export function rowsById(rows: readonly RunRow[]): ReadonlyMap<string, RunRow> {
  const known = byId.get(rows) ?? new Map(rows.map((row) => [idOf(row), row] as const));
  byId.set(rows, known);
  return known;
}

export const newestFirst = (rows: readonly RunRow[]): readonly RunRow[] =>
  rows.toSorted((a, b) => b.run.startTime - a.run.startTime);

function merged(newer: readonly RunRow[], rows: readonly RunRow[]): readonly RunRow[] {
  const all: RunRow[] = [];
  let at = 0;
  for (const row of newer) {
    while (at < rows.length && rows[at]!.run.startTime > row.run.startTime) all.push(rows[at++]!);
    all.push(row);
  }
  return [...all, ...rows.slice(at)];
}
