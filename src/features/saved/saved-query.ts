/**
 * What a saved filter keeps of a screen: everything that is asked and how it is shown, whatever fields the
 * screen has or will have; not where (deployment, project) and not what one person is looking at.
 */
import { defaultRunsScreen, defaultThreadsScreen } from '../../url/defaults.ts';
import { parseLink, printLink } from '../../url/link.ts';
import { withoutSelection } from '../../url/share-choices.ts';
import type { ProjectRef, RunsScreen, ThreadsScreen, WindowChoice } from '../../url/screens.ts';

/** The lists that can be saved. */
export type SavedScreen = RunsScreen | ThreadsScreen;

/** Undefined window: the one on the screen stays (views of LangSmith whose window cannot be read). */
interface AnyWindow {
  readonly window?: WindowChoice;
}

export type RunsQuery = AnyWindow &
  Omit<RunsScreen, 'deployment' | 'projects' | 'saved' | 'timeZone' | 'window' | 'peek'>;
export type ThreadsQuery = AnyWindow &
  Omit<ThreadsScreen, 'deployment' | 'project' | 'saved' | 'timeZone' | 'window' | 'threadId' | 'turn'>;
export type SavedQuery = RunsQuery | ThreadsQuery;

export function queryOf(screen: SavedScreen): SavedQuery {
  if (screen.kind === 'threads') {
    const {
      deployment: _place,
      project: _project,
      saved: _saved,
      timeZone: _zone,
      threadId: _thread,
      ...query
    } = withoutSelection(screen);
    return query;
  }
  const {
    deployment: _place,
    projects: _projects,
    saved: _saved,
    timeZone: _zone,
    ...query
  } = withoutSelection(screen);
  return query;
}

/** The strings that LangSmith knows; a list of threads asks about root runs only. */
export const scopesOf = (query: SavedQuery | SavedScreen) =>
  query.kind === 'threads' ? { filter: query.filter, traceFilter: '', treeFilter: '' } : query;

export const projectsOf = (screen: SavedScreen): readonly ProjectRef[] =>
  screen.kind === 'threads' ? (screen.project ? [screen.project] : []) : screen.projects;

/** The screen with this filter opened: deployment and project stay, everything else is the filter's. */
export function screenWith(query: SavedQuery, screen: SavedScreen, saved: ProjectRef): SavedScreen {
  const { deployment } = screen;
  const window = query.window ?? screen.window;
  const projects = projectsOf(screen);
  if (query.kind === 'runs') return { ...defaultRunsScreen(deployment), ...query, window, projects, saved };
  const [project] = projects;
  const place = project ? { project } : {};
  return { ...defaultThreadsScreen(deployment), ...query, ...place, window, saved };
}

/**
 * As a link without a place: links are versioned and upgraded, so what is stored today is read by every
 * later Runlens.
 */
export function printQuery(query: SavedQuery): string {
  const window = query.window ?? defaultRunsScreen().window;
  return query.kind === 'threads'
    ? printLink({ ...defaultThreadsScreen(), ...query, window })
    : printLink({ ...defaultRunsScreen(), ...query, window });
}

export type ReadQuery =
  | { readonly kind: 'ok'; readonly query: SavedQuery; readonly remarks: readonly string[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

export function readQuery(link: string, keepsWindow: boolean): ReadQuery {
  const parsed = parseLink(link);
  if (parsed.kind === 'newer')
    return { kind: 'unreadable', reason: 'It was saved by a newer Runlens. Reload the page to get it.' };
  if (parsed.kind === 'unknown') return { kind: 'unreadable', reason: parsed.reason };
  if (parsed.screen.kind !== 'runs' && parsed.screen.kind !== 'threads')
    return { kind: 'unreadable', reason: 'It does not describe a list of runs or threads.' };
  const query = queryOf(parsed.screen);
  return {
    kind: 'ok',
    query: keepsWindow ? withoutWindow(query) : query,
    remarks: parsed.problems,
  };
}

export function withoutWindow<Query extends SavedQuery>(query: Query): Query {
  const { window: _window, ...rest } = query;
  return rest as Query;
}

/** Whether the screen still shows what was saved. */
export function isSameQuery(saved: SavedQuery, screen: SavedQuery): boolean {
  const window = saved.window ?? screen.window;
  return printQuery({ ...saved, window }) === printQuery(screen);
}
