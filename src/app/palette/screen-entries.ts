/** Steps from the screen that is shown, as next screens: no page has to be asked for them. */
import { WINDOW_PRESETS } from '../../parts/pick/window-choices.ts';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { printLink } from '../../url/link.ts';
import type { Deployment, RunsScreen, Screen } from '../../url/screens.ts';
import type { Entry } from './entry.ts';

const entry = (group: string, label: string, screen: Screen, more?: string): Entry => ({
  id: `screen ${label}`,
  group,
  label,
  target: printLink(screen),
  ...(more === undefined ? {} : { more }),
});

/** The list that a screen shows, or would lead back to: same place, same project. */
export function baseOf(screen: Screen | undefined, deployment: Deployment): RunsScreen {
  if (screen?.kind === 'runs') return screen;
  if (screen?.kind === 'threads') {
    const { project, window } = screen;
    return { ...defaultRunsScreen(deployment), window, projects: project ? [project] : [] };
  }
  const projectId = screen && 'projectId' in screen ? screen.projectId : undefined;
  return {
    ...defaultRunsScreen(deployment),
    ...(projectId === undefined ? {} : { projects: [{ id: projectId }] }),
  };
}

export function screenEntries(screen: Screen | undefined): readonly Entry[] {
  return screen?.kind === 'runs' ? runsEntries(screen) : [];
}

function runsEntries(screen: RunsScreen): readonly Entry[] {
  const { window, args, filter, traceFilter, treeFilter } = screen;
  const group = 'List';
  const windows = WINDOW_PRESETS.filter(
    ({ seconds }) => window.kind !== 'relative' || window.seconds !== seconds,
  ).map(({ seconds, label }) =>
    entry(group, label, { ...screen, window: { kind: 'relative', seconds } }, 'time window'),
  );
  const order = args.order === 'asc' ? undefined : 'asc';
  return [
    ...windows,
    ...(window.kind === 'all'
      ? []
      : [entry(group, 'All time', { ...screen, window: { kind: 'all' } }, 'time window')]),
    ...(args.error === true
      ? []
      : [entry(group, 'Only failed', { ...screen, args: { ...args, error: true } }, 'errors status')]),
    entry(group, order ? 'Oldest first' : 'Newest first', { ...screen, args: { ...args, order } }, 'sort'),
    ...(filter || traceFilter || treeFilter
      ? [entry(group, 'Clear the filters', { ...screen, filter: '', traceFilter: '', treeFilter: '' })]
      : []),
  ];
}
