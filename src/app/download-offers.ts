/** What each screen offers to download. */
import type { DownloadOffer } from '../features/downloads/offer.ts';
import { runQueryOf, statsQueryOf } from '../features/runs/run-query.ts';
import type { Deployment, ProjectRef, RunsScreen, ThreadsScreen } from '../url/screens.ts';
import { windowAt } from '../url/window.ts';

/** Marked rows; of a table of traces both lists name the roots. */
export interface RunSelection {
  readonly runIds: readonly string[];
  readonly traceIds: readonly string[];
}

const namesOf = (projects: readonly ProjectRef[]) =>
  projects.map(({ id, name }) => name ?? id.slice(0, 8)).join(', ');

const selectedName = (count: number, view: RunsScreen['view']) =>
  `${count} selected ${count === 1 ? view.slice(0, -1) : view}`;

export function runsOffer(
  screen: RunsScreen,
  selection: RunSelection | undefined,
  now: number,
): DownloadOffer {
  const { deployment, projects, view } = screen;
  const kind = 'runs';
  const projectIds = projects.map(({ id }) => id);
  if (selection) {
    const { runIds, traceIds } = selection;
    return {
      deployment,
      projects,
      kind,
      name: selectedName(runIds.length, view),
      source: {
        kind: 'selection',
        projectIds,
        runIds,
        traceIds,
        ...(view === 'traces' ? { isOfTraces: true } : {}),
      },
    };
  }
  const { limit } = screen.args;
  const query = statsQueryOf(screen, runQueryOf(screen, windowAt(screen.window, now)));
  return {
    deployment,
    projects,
    kind,
    name: namesOf(projects),
    source: { kind: 'question', query, ...(limit === undefined ? {} : { limit }) },
  };
}

export const traceOffer = (
  deployment: Deployment,
  project: ProjectRef,
  traceId: string,
  name: string,
): DownloadOffer => ({
  deployment,
  projects: [project],
  kind: 'runs',
  name: `trace ${name}`,
  source: { kind: 'trace', projectIds: [project.id], traceId },
});

/** The threads of a list: those with a turn that its filter and window name. */
export function threadsOffer(screen: ThreadsScreen, project: ProjectRef, now: number): DownloadOffer {
  const filter = screen.filter.trim();
  return {
    deployment: screen.deployment,
    projects: [project],
    kind: 'conversations',
    name: namesOf([project]),
    source: {
      kind: 'question',
      query: {
        projectIds: [project.id],
        window: windowAt(screen.window, now),
        isRoot: true,
        ...(filter === '' ? {} : { filter }),
      },
    },
  };
}

export const threadOffer = (
  deployment: Deployment,
  project: ProjectRef,
  threadId: string,
): DownloadOffer => ({
  deployment,
  projects: [project],
  kind: 'conversations',
  name: `thread ${threadId}`,
  source: { kind: 'thread', projectIds: [project.id], threadId },
});
