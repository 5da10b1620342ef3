/**
 * Reads all pages of a download into its spool. At most two questions are in flight: the page after the one that is
 * being written, and a batch of roots. A page counts when its rows are on the disk and the checkpoint says
 * so, in that order; whatever happens in between is cut off and asked again, so nothing is lost or doubled.
 */
import type { Clock } from '../../../api/clock.ts';
import type { Api, Notice, RunPage } from '../../../contract/api.ts';
import type { FullRun } from '../../../contract/run.ts';
import { hasRoots, partFields, type Task } from '../../../extract/plan/tasks.ts';
import { runColumns } from '../../../extract/run-columns.ts';
import type { ExtractSpec } from '../../../extract/spec.ts';
import { type SpoolRecord, spoolText } from '../../../extract/spool.ts';
import type { Checkpoint } from './checkpoint.ts';
import { feedbackOfRuns } from './feedback-of-runs.ts';
import { fetchRoots, type FoundRoots } from './fetch-roots.ts';
import { freshRows, rememberedAfter } from './fresh-rows.ts';
import { pageSizeOf } from './page-size.ts';
import { recordOf } from './part-record.ts';
import { type PendingRoots, ROOTS_PER_REQUEST } from './pending-roots.ts';
import { persistently, type Waiting } from './persistently.ts';

export interface FetchParts {
  readonly api: Api;
  readonly spec: ExtractSpec;
  readonly tasks: readonly Task[];
  readonly from: Checkpoint;
  readonly roots: PendingRoots;
  /** Resolves with the size of the spool when the text is on the disk. */
  readonly append: (text: string) => Promise<number>;
  readonly save: (checkpoint: Checkpoint) => Promise<void>;
  readonly onWaiting: (waiting: Waiting | undefined) => void;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

type Page = RunPage<FullRun>;
type Place = Pick<Checkpoint, 'task' | 'cursor'>;

export async function fetchRows(parts: FetchParts): Promise<Checkpoint> {
  const { api, spec, tasks, roots, signal } = parts;
  const { clock, random, onWaiting } = parts;
  const fields = partFields(spec);
  const columns = runColumns(spec.columns);
  const pageSize = pageSizeOf(spec);
  const limit = spec.source.kind === 'question' ? spec.source.limit : undefined;
  const patient = <T>(ask: () => Promise<T>) => persistently(ask, { clock, random, signal, onWaiting });
  let state = parts.from;

  async function commit(records: readonly SpoolRecord[], change: Partial<Checkpoint>): Promise<void> {
    const size = await parts.append(spoolText(records));
    state = { ...state, ...change, size };
    await parts.save(state);
  }

  function askPage({ task, cursor }: Place): Promise<Page> {
    const page = { pageSize, ...(cursor === undefined ? {} : { cursor }) };
    const answer = patient(() => api.fullRuns(tasks[task]!.query, page, fields, signal));
    // A page asked for ahead may fail before anybody looks at it.
    answer.catch(() => undefined);
    return answer;
  }

  const askRoots = () =>
    fetchRoots(api, tasks[0]!.query.projectIds, roots.take(ROOTS_PER_REQUEST), patient, signal);

  const commitRoots = ({ roots: found, asked, requests }: FoundRoots) =>
    commit(
      [...found].map(([g, run]): SpoolRecord => ({ k: 'root', g, run })),
      {
        rows: state.rows + found.size,
        requests: state.requests + requests,
        gaps: withMissing(state.gaps, asked - found.size),
      },
    );

  async function commitPage(page: Page, place: Place, taken: readonly FullRun[]): Promise<void> {
    const feedback = spec.kind === 'feedback' ? await feedbackOfRuns(api, taken, patient, signal) : undefined;
    const records = feedback?.records ?? taken.map((full) => recordOf(spec.kind, full, columns));
    await commit(records, {
      ...place,
      ...rememberedAfter(page, state, tasks[state.task]!, tasks[place.task]),
      parts: state.parts + taken.length,
      rows: state.rows + (hasRoots(spec.kind) ? 0 : records.length),
      requests: state.requests + 1 + (feedback?.requests ?? 0),
      notices: merged(state.notices, page.notices),
    });
    if (hasRoots(spec.kind)) for (const { run } of taken) roots.see(run.traceId);
  }

  function placeAfter({ nextCursor }: Page, isEnough: boolean): Place {
    if (isEnough) return { task: tasks.length, cursor: undefined };
    const isMore = nextCursor !== undefined && nextCursor !== state.cursor;
    return isMore ? { task: state.task, cursor: nextCursor } : { task: state.task + 1, cursor: undefined };
  }

  let ahead: Promise<Page> | undefined;
  while (state.task < tasks.length) {
    signal.throwIfAborted();
    const page = await (ahead ?? askPage(state));
    const taken = freshRows(page, state).slice(0, limit === undefined ? undefined : limit - state.parts);
    const place = placeAfter(page, limit !== undefined && state.parts + taken.length >= limit);
    ahead = place.task < tasks.length ? askPage(place) : undefined;
    await commitPage(page, place, taken);
    while (roots.count >= ROOTS_PER_REQUEST) await commitRoots(await askRoots());
  }
  while (roots.count > 0) {
    signal.throwIfAborted();
    const both = await Promise.all(roots.count > ROOTS_PER_REQUEST ? [askRoots(), askRoots()] : [askRoots()]);
    for (const found of both) await commitRoots(found);
  }
  return state;
}

/** Told by the plan already: ids are asked alone on purpose. */
const EXPECTED = new Set(['ids-override']);

const merged = (before: readonly Notice[], more: readonly Notice[]): readonly Notice[] => [
  ...before,
  ...more.filter(({ id }) => !EXPECTED.has(id) && !before.some((known) => known.id === id)),
];

const MISSING = /^(\d+) traces? had no root/;

/** One sentence whatever the number of batches. */
function withMissing(gaps: readonly string[], missing: number): readonly string[] {
  if (missing <= 0) return gaps;
  const before = Number(MISSING.exec(gaps.find((gap) => MISSING.test(gap)) ?? '')?.[1] ?? 0);
  const count = before + missing;
  return [
    ...gaps.filter((gap) => !MISSING.test(gap)),
    `${count} ${count === 1 ? 'trace' : 'traces'} had no root that the server could find; they have no row.`,
  ];
}
