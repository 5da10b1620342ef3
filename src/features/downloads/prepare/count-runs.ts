/** What the server's statistics say of a download before it is read. */
import type { Api, RunStats } from '../../../contract/api.ts';
import type { Task } from '../../../extract/plan/tasks.ts';
import type { ExtractSource } from '../../../extract/spec.ts';

export interface Counted {
  /** Runs that the first questions name. */
  readonly runs?: number;
  /** Feedback records of these. */
  readonly feedback?: number;
}

const feedbackIn = ({ feedback }: RunStats) => Object.values(feedback).reduce((sum, { n }) => sum + n, 0);

export async function countRuns(
  api: Api,
  source: ExtractSource,
  tasks: readonly Task[],
  signal: AbortSignal,
): Promise<Counted> {
  const [first] = tasks;
  if (!first) return { runs: 0 };
  const ids = tasks.flatMap(({ query }) => query.runIds ?? []);
  if (ids.length > 0) return { runs: ids.length };
  if (tasks.some(({ query }) => query.filter?.startsWith('in(trace_id'))) return {};
  const window =
    source.kind === 'question' && source.query.traceId === undefined
      ? source.query.window
      : first.query.window;
  try {
    const stats = await api.runStats({ ...first.query, window }, signal);
    return { runs: stats.runCount, feedback: feedbackIn(stats) };
  } catch {
    // A server may refuse or lack statistics; then the end is simply not known beforehand.
    signal.throwIfAborted();
    return {};
  }
}
