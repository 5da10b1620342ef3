/** Which lists were looked at last, so that ways back lead to them. For as long as the tab lives. */
import { create } from 'zustand';
import { defaultRunsScreen, defaultThreadsScreen } from '../url/defaults.ts';
import { windowOf, withoutSelection } from '../url/share-choices.ts';
import type { Deployment, ProjectRef, RunsScreen, Screen, ThreadsScreen } from '../url/screens.ts';
import { baseOf } from './base-of.ts';
import { placeOf } from './palette/place-of.ts';

export interface LastLists {
  readonly runs?: RunsScreen;
  readonly threads?: ThreadsScreen;
}

interface LastListsState {
  readonly byPlace: Readonly<Record<string, LastLists>>;
}

const useStore = create<LastListsState>()(() => ({ byPlace: {} }));
const NONE: LastLists = {};

const listsIn = ({ byPlace }: LastListsState, deployment: Deployment): LastLists =>
  byPlace[placeOf(deployment)] ?? NONE;

export const useLastLists = (deployment: Deployment): LastLists =>
  useStore((state) => listsIn(state, deployment));

/** At this moment. */
export const lastListsOf = (deployment: Deployment): LastLists => listsIn(useStore.getState(), deployment);

/** A conversation is no list: the list that it was opened from stays the last one. */
export function rememberList(screen: Screen | undefined): void {
  if (screen?.kind !== 'runs' && screen?.kind !== 'threads') return;
  if (screen.kind === 'threads' && screen.threadId !== undefined) return;
  const place = placeOf(screen.deployment);
  useStore.setState(({ byPlace }) => ({
    byPlace: { ...byPlace, [place]: { ...byPlace[place], [screen.kind]: withoutSelection(screen) } },
  }));
}

const isAbout = (list: RunsScreen, projects: readonly ProjectRef[]) =>
  projects.every(({ id }) => list.projects.some((each) => each.id === id));

/**
 * The list of runs that a page leads to: the last one as long as it is about the same project; from the list
 * itself, the same without its conditions.
 */
export function runsFrom(screen: Screen | undefined, deployment: Deployment, last: LastLists): RunsScreen {
  const { projects, window } = baseOf(screen, deployment);
  if (screen?.kind !== 'runs' && last.runs && isAbout(last.runs, projects)) return last.runs;
  return { ...defaultRunsScreen(deployment), projects, window };
}

/** The threads of what is looked at; from pages about nothing the last list. */
export function threadsFrom(
  screen: Screen | undefined,
  deployment: Deployment,
  last: LastLists,
): ThreadsScreen {
  const [project] = baseOf(screen, deployment).projects;
  const window = screen && windowOf(screen);
  const isAboutNothing = project === undefined && window === undefined;
  if (
    last.threads &&
    screen?.kind !== 'threads' &&
    (isAboutNothing || last.threads.project?.id === project?.id)
  ) {
    return window ? { ...last.threads, window } : last.threads;
  }
  return {
    ...defaultThreadsScreen(deployment),
    ...(project ? { project } : {}),
    ...(window ? { window } : {}),
  };
}
