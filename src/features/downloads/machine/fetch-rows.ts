/**
 * Reads all pages of a download into its spool; the page after the one that is being written is asked for ahead. A page counts when its rows are on the disk and the checkpoint says
 * so, in that order; whatever happens in between is cut off and asked again, so nothing is lost or doubled.
 */
import type { Clock } from '../../../api/clock.ts';
import type { Api, Notice, RunPage } from '../../../contract/api.ts';
import type { FullRun } from '../../../contract/run.ts';
import { isGrouped } from '../../../extract/compose.ts';
import { isCounted, tasksKnown } from '../../../extract/plan/follow-ups.ts';
import { FIND_FIELDS, hasRoots, partFields, type Task } from '../../../extract/plan/tasks.ts';
import { runColumns } from '../../../extract/run-columns.ts';
import type { ExtractSpec } from '../../../extract/spec.ts';
import { type SpoolRecord, spoolText } from '../../../extract/spool.ts';
import type { Checkpoint } from './checkpoint.ts';
import { feedbackOfRuns } from './feedback-of-runs.ts';
import { fetchRoots, type FoundRoots } from './fetch-roots.ts';
import type { Findings } from './findings.ts';
import { withRootless, withTurnless } from './gaps.ts';
import { freshRows, rememberedAfter } from './fresh-rows.ts';
import { pageSizeOf } from './page-size.ts';
import { recordOf } from './part-record.ts';
import { type PendingRoots, ROOTS_PER_REQUEST } from './pending-roots.ts';
import { persistently, type Waiting } from './persistently.ts';
import type { Turn } from './turnstile.ts';

export interface FetchParts {
  readonly api: Api;
  readonly spec: ExtractSpec;
  readonly tasks: readonly Task[];
  readonly from: Checkpoint;
  readonly roots: PendingRoots;
  readonly findings: Findings;
  /** Conversations of which a turn is here already. */
  readonly groups: readonly string[];
  /** Resolves with the size of the spool when the text is on the disk. */
  readonly append: (text: string) => Promise<number>;
  readonly save: (checkpoint: Checkpoint) => Promise<void>;
  /** Lets a question go when few enough are in flight. */
  readonly turn: Turn;
  readonly onWaiting: (waiting: Waiting | undefined) => void;
  readonly clock: Clock;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

type Page = RunPage<FullRun>;
type Place = Pick<Checkpoint, 'task' | 'cursor'>;

interface Taken {
  readonly runs: readonly FullRun[];
  readonly found: readonly SpoolRecord[];
  readonly isEnough: boolean;
}

export async function fetchRows(parts: FetchParts): Promise<Checkpoint> {
  const { api, spec, tasks, roots, signal, findings } = parts;
  const { clock, random, onWaiting, turn } = parts;
  const { kind } = spec;
  const fields = partFields(spec);
  const columns = runColumns(spec.columns);
  const limit = (spec.source.kind === 'question' ? spec.source.limit : undefined) ?? Infinity;
  const isFound = tasks[0]?.finds !== undefined;
  const groups = new Set(parts.groups);
  const patient = <T>(ask: () => Promise<T>) =>
    persistently(() => turn(ask, signal), { clock, random, signal, onWaiting });
  let state = parts.from;

  async function commit(records: readonly SpoolRecord[], change: Partial<Checkpoint>): Promise<void> {
    const size = await parts.append(spoolText(records));
    state = { ...state, ...change, size };
    await parts.save(state);
  }

  function askPage({ query, finds }: Task, cursor: string | undefined): Promise<Page> {
    const asked = finds === undefined ? fields : FIND_FIELDS[finds];
    const page = { pageSize: pageSizeOf(asked), ...(cursor === undefined ? {} : { cursor }) };
    const answer = patient(() => api.fullRuns(query, page, asked, signal));
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
        gaps: withRootless(state.gaps, asked - found.size),
      },
    );

  /** Rows of kinds with roots are counted when these come. */
  function rowsAfter(records: readonly SpoolRecord[]): number {
    for (const record of records) if (record.k === 'part') groups.add(record.g);
    return hasRoots(kind) ? state.rows : isGrouped(kind) ? groups.size : state.rows + records.length;
  }

  async function commitPage(page: Page, taken: Taken, progress: Partial<Checkpoint>): Promise<void> {
    const { runs, found } = taken;
    const feedback = kind === 'feedback' ? await feedbackOfRuns(api, runs, patient, signal) : undefined;
    const records = feedback?.records ?? runs.map((full) => recordOf(kind, full, columns));
    await commit([...found, ...records], {
      ...progress,
      found: (state.found ?? 0) + found.length,
      parts: state.parts + runs.length,
      rows: rowsAfter(records),
      requests: state.requests + 1 + (feedback?.requests ?? 0),
      notices: merged(state.notices, page.notices),
    });
    if (hasRoots(kind)) for (const { run } of runs) roots.see(run.traceId);
  }

  function take(page: Page, known: readonly Task[]): Taken {
    const task = known[state.task]!;
    const most = isCounted(kind, tasks, task) ? limit : Infinity;
    const fresh = freshRows(page, state);
    if (task.finds !== undefined) {
      const found = findings.see(fresh, task.finds, most);
      return { runs: [], found, isEnough: findings.count(task.finds) >= most };
    }
    const mine = isFound && kind === 'conversations' ? fresh.filter(findings.has) : fresh;
    const runs = mine.slice(0, most - state.parts);
    return { runs, found: [], isEnough: state.parts + runs.length >= most };
  }

  function placeAfter({ nextCursor }: Page, isEnough: boolean, known: readonly Task[]): Place {
    if (isEnough) return { task: known.length, cursor: undefined };
    const isMore = nextCursor !== undefined && nextCursor !== state.cursor;
    return isMore ? { task: state.task, cursor: nextCursor } : { task: state.task + 1, cursor: undefined };
  }

  let ahead: Promise<Page> | undefined;
  for (;;) {
    const known = tasksKnown(kind, tasks, findings.found, state.task);
    const task = known[state.task];
    if (!task) break;
    signal.throwIfAborted();
    const page = await (ahead ?? askPage(task, state.cursor));
    const taken = take(page, known);
    const place = placeAfter(page, taken.isEnough, known);
    const next = known[place.task];
    ahead = next && askPage(next, place.cursor);
    await commitPage(page, taken, { ...place, ...rememberedAfter(page, state, task, next) });
    while (roots.count >= ROOTS_PER_REQUEST) await commitRoots(await askRoots());
  }
  while (roots.count > 0) {
    signal.throwIfAborted();
    const both = await Promise.all(roots.count > ROOTS_PER_REQUEST ? [askRoots(), askRoots()] : [askRoots()]);
    for (const found of both) await commitRoots(found);
  }
  if (kind === 'conversations' && isFound)
    await commit([], { gaps: withTurnless(state.gaps, findings.count('threads') - groups.size) });
  return state;
}

/** Told by the plan already: ids are asked alone on purpose. */
const EXPECTED = new Set(['ids-override']);

const merged = (before: readonly Notice[], more: readonly Notice[]): readonly Notice[] => [
  ...before,
  ...more.filter(({ id }) => !EXPECTED.has(id) && !before.some((known) => known.id === id)),
];
