/** What a look found, added to what came before. Loaded when somebody first follows a list. */
import { replaceEqualDeep } from '@tanstack/react-query';
import type { RunRow } from '../run-row.ts';
import { allShown, type Gap, idOf, type LiveRows, newestFirst, rowsById } from './live-rows.ts';

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

/** What is not newer than the end of a cut list belongs below it. */
const floorOf = ({ rows, isCut }: ListSoFar): number =>
  isCut ? (rows.at(-1)?.run.startTime ?? -Infinity) : -Infinity;

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
