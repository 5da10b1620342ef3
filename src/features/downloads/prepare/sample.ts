/**
 * The beginning of a download: what the preview shows and the estimate is made of. Rows that are made of several runs
 * are sampled whole, so that the preview shows them as the file will.
 */
import type { Api, RunField, RunPage, TimeWindow } from '../../../contract/api.ts';
import type { FullRun } from '../../../contract/run.ts';
import { isGrouped } from '../../../extract/compose.ts';
import { afterFinding } from '../../../extract/plan/follow-ups.ts';
import {
  FIND_FIELDS,
  type Finds,
  hasRoots,
  partFields,
  type Task,
  tasksOf,
} from '../../../extract/plan/tasks.ts';
import { DEFAULT_RUN_COLUMNS } from '../../../extract/run-columns.ts';
import type { ExtractKind, ExtractSource } from '../../../extract/spec.ts';
import type { SpoolRecord } from '../../../extract/spool.ts';
import { NO_CONTENTS } from '../../../extract/spool-contents.ts';
import { feedbackOfRuns } from '../machine/feedback-of-runs.ts';
import { fetchRoots } from '../machine/fetch-roots.ts';
import { findings } from '../machine/findings.ts';
import { countRuns, type Counted } from './count-runs.ts';

/** Of a first look that finds traces or threads, and of a row's parts. */
const LOOK = 100;
/** Rows of several runs that are read whole. */
const WHOLE_ROWS = 5;
/** Pages that may have nothing of the kind before the preview gives up looking. */
const MOST_PAGES = 4;
const PAGES: Readonly<Record<ExtractKind, number>> = {
  runs: 80,
  feedback: 250,
  traces: LOOK,
  retrievers: LOOK,
  conversations: LOOK,
};

export interface Sample {
  readonly tasks: readonly Task[];
  readonly runs: readonly FullRun[];
  /** Roots or feedback that belong to the runs. */
  readonly more: readonly SpoolRecord[];
  /** Runs of the first questions that were looked at. */
  readonly looked: number;
  /** Traces or threads among these. */
  readonly groups: number;
  /** Whether nothing lies behind what was looked at. */
  readonly isAll: boolean;
  /** Of one question. */
  readonly milliseconds: number;
  readonly counted: Counted;
  readonly notices: readonly string[];
}

const once = <T>(ask: () => Promise<T>): Promise<T> => ask();

/** When the oldest of the projects began; only asked where the window has no lower end. */
async function beginning(
  api: Api,
  projectIds: readonly string[],
  window: TimeWindow,
  signal: AbortSignal,
): Promise<number | undefined> {
  if (window.from !== undefined) return undefined;
  const projects = await Promise.all(projectIds.map((id) => api.getProject(id, undefined, signal)));
  const starts = projects.flatMap(({ startTime }) => startTime ?? []);
  return starts.length === 0 ? undefined : Math.min(...starts);
}

interface Look {
  readonly runs: readonly FullRun[];
  readonly isAll: boolean;
  readonly milliseconds: number;
  readonly notices: readonly string[];
}

/** Page after page until one has something. */
async function look(
  ask: (task: Task, cursor: string | undefined) => Promise<RunPage<FullRun>>,
  tasks: readonly Task[],
  hasEnough: (runs: readonly FullRun[]) => boolean,
): Promise<Look> {
  const runs: FullRun[] = [];
  const notices = new Set<string>();
  let milliseconds = 0;
  let index = 0;
  let cursor: string | undefined;
  for (let pages = 0; pages < MOST_PAGES && index < tasks.length && !hasEnough(runs); pages += 1) {
    const asked = performance.now();
    const page = await ask(tasks[index]!, cursor);
    milliseconds = performance.now() - asked;
    for (const { id, message } of page.notices) if (id !== 'ids-override') notices.add(message);
    runs.push(...page.rows);
    cursor = page.nextCursor;
    if (cursor === undefined) index += 1;
  }
  return { runs, isAll: index === tasks.length, milliseconds, notices: [...notices] };
}

/** The parts of a few rows, all of them. */
async function wholeRows(
  ask: (query: Task, fields: readonly RunField[]) => Promise<readonly FullRun[]>,
  kind: ExtractKind,
  projectIds: readonly string[],
  first: readonly FullRun[],
  firstFinds: Finds,
  most: number,
): Promise<readonly FullRun[]> {
  const seen = findings(NO_CONTENTS.found);
  let rows = first;
  let finds: Finds | undefined = firstFinds;
  while (finds !== undefined) {
    seen.see(rows, finds, most);
    const tasks: readonly Task[] = afterFinding(kind, projectIds, finds, seen.found);
    finds = tasks[0]?.finds;
    const fields = finds === undefined ? partFields({ kind, columns: [] }) : FIND_FIELDS[finds];
    rows = (await Promise.all(tasks.map((task) => ask(task, fields)))).flat();
  }
  return kind === 'conversations' ? rows.filter(seen.has) : rows;
}

async function moreOf(
  api: Api,
  kind: ExtractKind,
  projectIds: readonly string[],
  runs: readonly FullRun[],
  signal: AbortSignal,
): Promise<readonly SpoolRecord[]> {
  if (kind === 'feedback') return (await feedbackOfRuns(api, runs, once, signal)).records;
  if (!hasRoots(kind) || runs.length === 0) return [];
  const ids = [...new Set(runs.map(({ run }) => run.traceId))];
  const { roots } = await fetchRoots(api, projectIds, ids, once, signal);
  return [...roots].map(([g, run]) => ({ k: 'root', g, run }));
}

const hasFeedback = ({ run }: FullRun) => Object.keys(run.feedback).length > 0;

const groupOf = (finds: Finds, { run }: FullRun) =>
  finds === 'traces' ? run.traceId : (run.threadId ?? run.id);

export async function readSample(
  api: Api,
  kind: ExtractKind,
  source: ExtractSource,
  extraColumns: readonly string[],
  signal: AbortSignal,
): Promise<Sample> {
  const projectIds = source.kind === 'question' ? source.query.projectIds : source.projectIds;
  const window =
    source.kind === 'question' && source.query.traceId === undefined ? source.query.window : { from: 0 };
  const since = await beginning(api, projectIds, window, signal);
  const tasks = tasksOf(kind, source, since, Date.now());
  const counting = countRuns(api, source, tasks, signal);
  counting.catch(() => undefined);
  const finds = tasks[0]?.finds ?? (kind === 'conversations' ? 'threads' : 'traces');
  const fields = isGrouped(kind)
    ? FIND_FIELDS[finds]
    : partFields({ kind, columns: [...DEFAULT_RUN_COLUMNS, ...extraColumns] });
  const page = (cursor: string | undefined, pageSize: number) => ({
    pageSize,
    ...(cursor === undefined ? {} : { cursor }),
  });
  const limit = source.kind === 'question' ? source.limit : undefined;
  const found = await look(
    ({ query }, cursor) => api.fullRuns(query, page(cursor, PAGES[kind]), fields, signal),
    tasks,
    (runs) =>
      runs.length >= (isGrouped(kind) ? Infinity : (limit ?? Infinity)) ||
      (kind === 'feedback' ? runs.some(hasFeedback) : runs.length > 0),
  );
  const firsts = isGrouped(kind) ? found.runs : found.runs.slice(0, limit);
  const askAll = async ({ query }: Task, wanted: readonly RunField[]): Promise<readonly FullRun[]> => {
    const parts: FullRun[] = [];
    let cursor: string | undefined;
    do {
      const answer = await api.fullRuns(query, page(cursor, LOOK), wanted, signal);
      parts.push(...answer.rows);
      cursor = answer.nextCursor === cursor ? undefined : answer.nextCursor;
    } while (cursor !== undefined);
    return parts;
  };
  const runs = isGrouped(kind)
    ? await wholeRows(askAll, kind, projectIds, firsts, finds, Math.min(WHOLE_ROWS, limit ?? Infinity))
    : firsts;
  return {
    tasks,
    runs,
    more: await moreOf(api, kind, projectIds, runs, signal),
    looked: found.runs.length,
    groups: new Set(firsts.map((full) => groupOf(finds, full))).size,
    isAll: found.isAll || (limit !== undefined && !isGrouped(kind) && firsts.length >= limit),
    milliseconds: found.milliseconds,
    counted: await counting,
    notices: found.notices,
  };
}
