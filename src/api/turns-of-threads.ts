/** All turns of many threads. A busy one must not keep the turns of the quiet ones away. */
import type { RunQuery } from '../contract/api.ts';
import type { Run } from '../contract/run.ts';
import { readRoots } from './read-roots.ts';
import type { Server } from './server.ts';

/** Their names stand in one filter. */
const BATCH = 50;
/** How often the quiet ones of a batch are asked for without its busy ones. */
const ROUNDS = 3;

export interface Turns {
  readonly runs: readonly Run[];
  /** Threads with older turns than these. */
  readonly cut: readonly string[];
}

export async function turnsOfThreads(
  server: Server,
  scope: RunQuery,
  threadIds: readonly string[],
  signal?: AbortSignal,
): Promise<Turns> {
  const batches = Array.from({ length: Math.ceil(threadIds.length / BATCH) }, (_, index) =>
    threadIds.slice(index * BATCH, (index + 1) * BATCH),
  );
  const turns = await Promise.all(batches.map((ids) => turnsOfBatch(server, scope, ids, ROUNDS, signal)));
  return { runs: turns.flatMap(({ runs }) => runs), cut: turns.flatMap(({ cut }) => cut) };
}

async function turnsOfBatch(
  server: Server,
  scope: RunQuery,
  threadIds: readonly string[],
  rounds: number,
  signal?: AbortSignal,
): Promise<Turns> {
  const { runs, nextCursor } = await readRoots(server, { ...scope, threadIds }, {}, signal);
  const oldest = runs.at(-1)?.startTime;
  if (nextCursor === undefined) return { runs, cut: [] };
  const busy = busyOf(runs, threadIds.length);
  const quiet = threadIds.filter((id) => !busy.has(id));
  if (oldest === undefined || rounds === 1 || quiet.length === 0) return { runs, cut: threadIds };
  const older = { ...scope, window: { ...scope.window, to: Math.floor(oldest) + 1 } };
  const rest = await turnsOfBatch(server, older, quiet, rounds - 1, signal);
  return { runs: [...runs, ...rest.runs], cut: [...busy, ...rest.cut] };
}

/** With more than their share of what was read; at least one has that. */
function busyOf(runs: readonly Run[], threads: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { threadId } of runs)
    if (threadId !== undefined) counts.set(threadId, (counts.get(threadId) ?? 0) + 1);
  return new Set([...counts].flatMap(([id, count]) => (count >= runs.length / threads ? [id] : [])));
}
