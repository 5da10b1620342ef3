/**
 * What a saved filter keeps of a screen: everything that is asked and how it is shown, whatever fields the
 * screen has or will have; not where (deployment, project) and not what one person is looking at.
 */
import { defaultRunsScreen } from '../../url/defaults.ts';
import { parseLink, printLink } from '../../url/link.ts';
import { withoutSelection } from '../../url/share-choices.ts';
import type { ProjectRef, RunsScreen, WindowChoice } from '../../url/screens.ts';

export interface SavedQuery extends Omit<
  RunsScreen,
  'kind' | 'deployment' | 'projects' | 'saved' | 'timeZone' | 'window'
> {
  /** Undefined: the one on the screen stays (views of LangSmith whose window cannot be read). */
  readonly window?: WindowChoice;
}

export function queryOf(screen: RunsScreen): SavedQuery {
  const {
    kind: _kind,
    deployment: _place,
    projects: _projects,
    saved: _saved,
    timeZone: _zone,
    ...query
  } = withoutSelection(screen);
  return query;
}

/** The screen with this filter opened: deployment and project stay, everything else is the filter's. */
export function screenWith(query: SavedQuery, screen: RunsScreen, saved: ProjectRef): RunsScreen {
  const { deployment, projects, window } = screen;
  return {
    ...defaultRunsScreen(deployment),
    ...query,
    window: query.window ?? window,
    projects,
    saved,
  };
}

/**
 * As a link without a place: links are versioned and upgraded, so what is stored today is read by every
 * later Runlens.
 */
export const printQuery = (query: SavedQuery): string =>
  printLink({ ...defaultRunsScreen(), ...query, window: query.window ?? defaultRunsScreen().window });

export type ReadQuery =
  | { readonly kind: 'ok'; readonly query: SavedQuery; readonly remarks: readonly string[] }
  | { readonly kind: 'unreadable'; readonly reason: string };

export function readQuery(link: string, keepsWindow: boolean): ReadQuery {
  const parsed = parseLink(link);
  if (parsed.kind === 'newer')
    return { kind: 'unreadable', reason: 'It was saved by a newer Runlens. Reload the page to get it.' };
  if (parsed.kind === 'unknown') return { kind: 'unreadable', reason: parsed.reason };
  if (parsed.screen.kind !== 'runs')
    return { kind: 'unreadable', reason: 'It does not describe a list of runs.' };
  const { window: _window, ...query } = queryOf(parsed.screen);
  return {
    kind: 'ok',
    query: keepsWindow ? query : { ...query, window: parsed.screen.window },
    remarks: parsed.problems,
  };
}

/** Whether the screen still shows what was saved. */
export function isSameQuery(saved: SavedQuery, screen: SavedQuery): boolean {
  const window = saved.window ?? screen.window;
  return printQuery({ ...saved, window }) === printQuery(screen);
}
