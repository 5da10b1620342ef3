/** What is asked when a question has found its traces or threads. Follows from what was found, so a resumed download has the same. */
import type { ExtractKind } from '../spec.ts';
import { batches, inList, threadBatches } from './id-batches.ts';
import { type Finds, PART_TYPES, type Task } from './tasks.ts';

/** In the order they were found, each once. */
export interface Found {
  readonly traces: ReadonlySet<string>;
  readonly threads: ReadonlySet<string>;
  /** Turns that belong to no thread: conversations of their own. */
  readonly loners: ReadonlySet<string>;
}

export function afterFinding(
  kind: ExtractKind,
  projectIds: readonly string[],
  finds: Finds,
  found: Found,
): readonly Task[] {
  const base = { projectIds, window: {} };
  if (finds === 'threads') {
    return [
      ...threadBatches([...found.threads]).map((threadIds) => ({
        query: { ...base, isRoot: true, threadIds },
      })),
      ...batches([...found.loners]).map((runIds) => ({ query: { ...base, runIds } })),
    ];
  }
  const traces = batches([...found.traces]);
  const runType = PART_TYPES[kind];
  return runType === undefined
    ? traces.map((runIds) => ({ query: { ...base, runIds }, finds: 'threads' as const }))
    : traces.map((ids) => ({ query: { ...base, runType, filter: inList('trace_id', ids) } }));
}

/** The tasks known when `reached` of them are read; what was found by those is complete. */
export function tasksKnown(
  kind: ExtractKind,
  tasks: readonly Task[],
  found: Found,
  reached: number,
): readonly Task[] {
  let known = tasks;
  let last = tasks;
  while (reached >= known.length && last[0]?.finds !== undefined) {
    last = afterFinding(kind, last[0].query.projectIds, last[0].finds, found);
    known = [...known, ...last];
  }
  return known;
}

/** Whether a limit counts what this task finds or reads: rows of the file, not their parts. */
export function isCounted(kind: ExtractKind, tasks: readonly Task[], { finds }: Task): boolean {
  if (finds === undefined) return tasks[0]?.finds === undefined;
  return (finds === 'threads') === (kind === 'conversations');
}
