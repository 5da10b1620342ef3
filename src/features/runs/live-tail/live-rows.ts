/** What came after a list was read, and what of the list has changed since. Every function returns a new value. */
import { replaceEqualDeep } from '@tanstack/react-query';
import type { RunRow } from '../run-row.ts';

/** Start times, both ends included, between which runs may exist that were not read. */
export interface Gap {
  readonly from: number;
  readonly to: number;
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

export interface ListSoFar {
  readonly rows: readonly RunRow[];
  /** The server has rows beyond the last one: not loaded yet, or cut off by the `limit`. */
  readonly isCut: boolean;
}

export interface Look {
  readonly rows: readonly RunRow[];
  /** Every run that started from here on is among the rows. */
  readonly wholeFrom: number;
  /** What this look should have read and did not. */
  readonly gap?: Gap;
}

/** New rows wait, in order; rows that are known already take their newer state where they are. */
export function withLook(live: LiveRows, list: ListSoFar, look: Look): LiveRows {
  const listed = rowsById(list.rows);
  const found = rowsById(look.rows);
  const here = new Set([...live.shown, ...live.waiting].map(idOf));
  const floor = floorOf(list);
  const fresh = [...found.values()].filter(
    (row) => !listed.has(idOf(row)) && !here.has(idOf(row)) && row.run.startTime > floor,
  );
  const held = withStates(live.waiting, found);
  return settled(live, {
    shown: withStates(live.shown, found),
    waiting: fresh.length > 0 ? newestFirst([...fresh, ...held]) : held,
    updates: withUpdates(live.updates, listed, look.rows),
    gaps: withoutRead(look.gap ? [...live.gaps, look.gap] : live.gaps, look.wholeFrom),
  });
}

/** A gap was read on request: its rows are shown, and of the gap only `rest` is left. */
export function withGapRead(
  live: LiveRows,
  list: ListSoFar,
  gap: Gap,
  rows: readonly RunRow[],
  rest: Gap | undefined,
): LiveRows {
  const gaps = live.gaps.flatMap((each) => (each.from === gap.from ? (rest ?? []) : each));
  return allShown(withLook({ ...live, gaps }, list, { rows, wholeFrom: Infinity }));
}

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

export const countOf = ({ shown, waiting }: LiveRows): number => shown.length + waiting.length;

const idOf = ({ run }: RunRow) => run.id;

const byId = new WeakMap<readonly RunRow[], ReadonlyMap<string, RunRow>>();

/** A list may have a hundred thousand rows, and every look asks for the same ones. */
export function rowsById(rows: readonly RunRow[]): ReadonlyMap<string, RunRow> {
  const known = byId.get(rows) ?? new Map(rows.map((row) => [idOf(row), row] as const));
  byId.set(rows, known);
  return known;
}

/** What is not newer than the end of a cut list belongs below it. */
const floorOf = ({ rows, isCut }: ListSoFar): number =>
  isCut ? (rows.at(-1)?.run.startTime ?? -Infinity) : -Infinity;

const newestFirst = (rows: readonly RunRow[]): readonly RunRow[] =>
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

const stateOf = (before: RunRow, now: RunRow | undefined): RunRow =>
  now === undefined ? before : replaceEqualDeep(before, now);

function withStates(rows: readonly RunRow[], found: ReadonlyMap<string, RunRow>): readonly RunRow[] {
  const next = rows.map((row) => stateOf(row, found.get(idOf(row))));
  return next.some((row, index) => row !== rows[index]) ? next : rows;
}

function withUpdates(
  updates: LiveRows['updates'],
  listed: ReadonlyMap<string, RunRow>,
  found: readonly RunRow[],
): LiveRows['updates'] {
  const changed = found.flatMap((row) => {
    const before = updates[idOf(row)] ?? listed.get(idOf(row));
    const now = before && stateOf(before, row);
    return now && now !== before ? [[idOf(row), now] as const] : [];
  });
  return changed.length === 0 ? updates : { ...updates, ...Object.fromEntries(changed) };
}

function withoutRead(gaps: readonly Gap[], wholeFrom: number): readonly Gap[] {
  if (gaps.every(({ to }) => to <= wholeFrom)) return gaps;
  return gaps
    .filter(({ from }) => from < wholeFrom)
    .map((gap) => (gap.to > wholeFrom ? { ...gap, to: wholeFrom } : gap));
}

/** The very same value when a look changed nothing, so that nothing is drawn or counted again. */
const settled = (before: LiveRows, next: LiveRows): LiveRows =>
  next.shown === before.shown &&
  next.waiting === before.waiting &&
  next.updates === before.updates &&
  next.gaps.length === before.gaps.length &&
  next.gaps.every((gap, index) => gap === before.gaps[index])
    ? before
    : next;
