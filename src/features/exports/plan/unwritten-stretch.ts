import type { ExportRun } from '../../../contract/bulk-export.ts';
import { phaseOf } from './export-progress.ts';

/** What one new export can make up for. */
export interface Stretch {
  readonly projectId: string | undefined;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
  readonly days: number;
}

/**
 * The failed and cancelled days of a project around one of them, without a gap: a failed day ends the export
 * and cancels the days behind it (CONTRACT §12.3), which nobody wants to ask for one by one.
 */
export function unwrittenStretch(runs: readonly ExportRun[], around: ExportRun): Stretch | undefined {
  if (around.from === undefined || around.to === undefined) return undefined;
  const unwritten = runs.filter(
    (run) => run.projectId === around.projectId && phaseOf(run.status) === 'failed',
  );
  let { from, to } = { from: around.from, to: around.to };
  let days = 1;
  for (let before = endsAt(unwritten, from); before; before = endsAt(unwritten, from)) {
    from = before.from!;
    days += 1;
  }
  for (let after = startsAt(unwritten, to); after; after = startsAt(unwritten, to)) {
    to = after.to!;
    days += 1;
  }
  return { projectId: around.projectId, from, to, days };
}

/** Only true stretches of time: an empty one would be found for ever. */
const endsAt = (runs: readonly ExportRun[], time: number) =>
  runs.find(({ from, to }) => to === time && from !== undefined && from < time);

const startsAt = (runs: readonly ExportRun[], time: number) =>
  runs.find(({ from, to }) => from === time && to !== undefined && to > time);
