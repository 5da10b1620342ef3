/** The first page of a download, asked small: what the preview shows and the estimate is made of. */
import type { Api, TimeWindow } from '../../../contract/api.ts';
import type { FullRun } from '../../../contract/run.ts';
import { hasRoots, partFields, type Task } from '../../../extract/plan/tasks.ts';
import { DEFAULT_RUN_COLUMNS } from '../../../extract/run-columns.ts';
import type { ExtractKind, ExtractSource } from '../../../extract/spec.ts';
import { tasksOf } from '../../../extract/plan/tasks.ts';
import type { SpoolRecord } from '../../../extract/spool.ts';
import { feedbackOfRuns } from '../machine/feedback-of-runs.ts';
import { fetchRoots } from '../machine/fetch-roots.ts';

const PAGE = 20;
/** Slices that may be empty before the preview gives up looking. */
const MOST_SLICES = 4;

export interface Sample {
  readonly tasks: readonly Task[];
  readonly runs: readonly FullRun[];
  /** Roots or feedback that belong to the runs. */
  readonly more: readonly SpoolRecord[];
  readonly isAll: boolean;
  /** Of one question. */
  readonly milliseconds: number;
  /** Runs of all tasks together, as the server's statistics count them. */
  readonly count?: number;
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

async function countOf(
  api: Api,
  source: ExtractSource,
  tasks: readonly Task[],
  signal: AbortSignal,
): Promise<number | undefined> {
  const [first] = tasks;
  if (!first) return 0;
  const ids = tasks.flatMap(({ query }) => query.runIds ?? []);
  if (ids.length > 0) return ids.length;
  if (tasks.some(({ query }) => query.filter?.startsWith('in(trace_id'))) return undefined;
  const window =
    source.kind === 'question' && source.query.traceId === undefined
      ? source.query.window
      : first.query.window;
  try {
    const { runCount } = await api.runStats({ ...first.query, window }, signal);
    const limit = source.kind === 'question' ? source.limit : undefined;
    return runCount === undefined ? undefined : Math.min(runCount, limit ?? Infinity);
  } catch {
    // A server may refuse or lack statistics; then the end is simply not known beforehand.
    signal.throwIfAborted();
    return undefined;
  }
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
  const fields = partFields({ kind, columns: [...DEFAULT_RUN_COLUMNS, ...extraColumns] });
  const counting = countOf(api, source, tasks, signal);
  counting.catch(() => undefined);
  let runs: readonly FullRun[] = [];
  let isAll = tasks.length === 0;
  let milliseconds = 0;
  const notices = new Set<string>();
  for (const [index, { query }] of tasks.slice(0, MOST_SLICES).entries()) {
    const asked = performance.now();
    const page = await api.fullRuns(query, { pageSize: PAGE }, fields, signal);
    milliseconds = performance.now() - asked;
    for (const { id, message } of page.notices) if (id !== 'ids-override') notices.add(message);
    runs = page.rows;
    isAll = index === tasks.length - 1 && page.nextCursor === undefined;
    if (runs.length > 0) break;
  }
  return {
    tasks,
    runs,
    more: await moreOf(api, kind, projectIds, runs, signal),
    isAll,
    milliseconds,
    count: await counting,
    notices: [...notices],
  };
}
