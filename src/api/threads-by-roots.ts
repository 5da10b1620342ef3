/**
 * Threads of a server that lists none: its root runs are read newest first and grouped here. A page of them
 * names threads; what else these threads have (older turns, and turns that the filter leaves out) is read as
 * well, so that every thread is told whole, or says that it is not.
 */
import type { RunPage, RunQuery, ThreadSummary, TimeWindow } from '../contract/api.ts';
import type { Run } from '../contract/run.ts';
import { groupIntoThreads } from './group-into-threads.ts';
import { rootsPlace } from './roots-place.ts';
import type { Server } from './server.ts';
import { turnsOfThreads } from './turns-of-threads.ts';
import { readRoots } from './read-roots.ts';
import { uniqueById } from './tree-order.ts';

/** As many threads make a page; a filter that few root runs match is not followed further at once. */
const ENOUGH = 100;

export async function threadsByRoots(
  server: Server,
  projectId: string,
  query: RunQuery,
  cursor: string | undefined,
  signal?: AbortSignal,
): Promise<RunPage<ThreadSummary>> {
  const { window } = query;
  const scope: RunQuery = { projectIds: [projectId], window, isRoot: true };
  const isEverything = Object.keys(conditionsOf(query)).length === 0;
  const { at, told } = rootsPlace.parse(cursor);
  const known = new Set(told);
  const isEnough = (runs: readonly Run[]) => !isEverything && namesOf(runs, known).length >= ENOUGH;
  const found = await readRoots(server, { ...scope, ...conditionsOf(query) }, { at, isEnough }, signal);
  const names = namesOf(found.runs, known);
  const unread = isEverything ? olderThan(found.runs, window, found.nextCursor !== undefined) : window;
  const rest =
    unread === undefined
      ? { runs: [], cut: [] }
      : await turnsOfThreads(server, { ...scope, window: unread }, names, signal);
  const runs = uniqueById([...found.runs, ...rest.runs]).filter(
    ({ threadId }) => threadId !== undefined && !known.has(threadId),
  );
  return {
    rows: groupIntoThreads(runs, new Set(rest.cut)),
    nextCursor: found.nextCursor && rootsPlace.print({ at: found.nextCursor, told: [...told, ...names] }),
    notices: [
      {
        id: 'grouped-here',
        message: 'This server lists no threads; its root runs are read, newest first, and grouped here.',
      },
      ...found.notices,
    ],
  };
}

/** What a question asks beside the project and the window. */
function conditionsOf({ projectIds: _projects, window: _window, isRoot: _isRoot, ...others }: RunQuery) {
  return Object.fromEntries(
    Object.entries(others).filter(([, value]) => value !== undefined && value !== ''),
  ) as Omit<RunQuery, 'projectIds' | 'window' | 'isRoot'>;
}

/** Those of the runs that were not told before. */
const namesOf = (runs: readonly Run[], known: ReadonlySet<string>) => [
  ...new Set(runs.flatMap(({ threadId }) => (threadId === undefined || known.has(threadId) ? [] : threadId))),
];

/** What lies before the runs that were read; undefined = nothing. A millisecond of overlap keeps ties. */
function olderThan(runs: readonly Run[], window: TimeWindow, hasMore: boolean): TimeWindow | undefined {
  const oldest = runs.at(-1)?.startTime;
  return hasMore && oldest !== undefined ? { ...window, to: Math.floor(oldest) + 1 } : undefined;
}
