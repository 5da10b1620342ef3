/** The runs of an export as people look at time: a month below the other, weeks from Monday on. Days are UTC. */
import type { ExportRun } from '../../../contract/bulk-export.ts';
import { DAY } from './export-windows.ts';

export interface CalendarMonth {
  /** Of the project that the runs belong to; undefined when the server does not say. */
  readonly projectId: string | undefined;
  /** "2026-11". */
  readonly month: string;
  /** Empty places before its first run, so that days stand below their weekday. */
  readonly offset: number;
  readonly cells: readonly (ExportRun | undefined)[];
}

/** Runs without a time cannot stand in a calendar: they are given back beside it. */
export function calendarOf(runs: readonly ExportRun[]): {
  readonly months: readonly CalendarMonth[];
  readonly undated: readonly ExportRun[];
} {
  const dated = runs.filter((run) => run.from !== undefined);
  const groups = new Map<string, ExportRun[]>();
  for (const run of dated.toSorted((a, b) => a.from! - b.from!)) {
    const key = `${run.projectId ?? ''} ${monthOf(run)}`;
    groups.set(key, [...(groups.get(key) ?? []), run]);
  }
  const months = [...groups.values()]
    .map(monthOfRuns)
    .toSorted((a, b) => compare(a.projectId ?? '', b.projectId ?? '') || compare(a.month, b.month));
  return { months, undated: runs.filter((run) => run.from === undefined) };
}

function monthOfRuns(runs: readonly ExportRun[]): CalendarMonth {
  const first = runs[0]!;
  const cells: (ExportRun | undefined)[] = [];
  let day = dayOf(first);
  for (const run of runs) {
    // More than one run of a day stand side by side; days without one leave a gap.
    for (; day < dayOf(run); day += 1) cells.push(undefined);
    cells.push(run);
    day = dayOf(run) + 1;
  }
  return {
    projectId: first.projectId,
    month: monthOf(first),
    offset: weekdayOf(first),
    cells,
  };
}

const dayOf = ({ from }: ExportRun) => Math.floor(from! / DAY);
const monthOf = ({ from }: ExportRun) => new Date(from!).toISOString().slice(0, 7);
/** Monday is 0. */
const weekdayOf = ({ from }: ExportRun) => (new Date(from!).getUTCDay() + 6) % 7;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
