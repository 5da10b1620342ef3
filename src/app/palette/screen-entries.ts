/** Steps from the screen that is shown, as next screens: no page has to be asked for them. */
import { WINDOW_PRESETS } from '../../parts/pick/window-choices.ts';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { printLink } from '../../url/link.ts';
import type { Deployment, ProjectRef, RunsScreen, Screen, ThreadsScreen } from '../../url/screens.ts';
import type { Entry } from './entry.ts';

const entry = (group: string, label: string, screen: Screen, more?: string): Entry => ({
  id: `screen ${label}`,
  group,
  label,
  target: printLink(screen),
  ...(more === undefined ? {} : { more }),
});

/** Another project in the same kind of list and the same window; filters are about the project that is left. */
export function inProject(screen: Screen | undefined, deployment: Deployment, project: ProjectRef): Screen {
  if (screen?.kind === 'threads') {
    const { threadId: _thread, turn: _turn, ...list } = screen;
    return { ...list, deployment, project, filter: '' };
  }
  const blank = { ...defaultRunsScreen(deployment), projects: [project] };
  if (screen?.kind !== 'runs') return blank;
  const { view, window, columns, timeZone } = screen;
  return { ...blank, view, window, ...(columns && { columns }), ...(timeZone && { timeZone }) };
}

export function screenEntries(screen: Screen | undefined): readonly Entry[] {
  if (screen?.kind === 'runs') return runsEntries(screen);
  // A conversation shows all its turns whatever the window.
  return screen?.kind === 'threads' && screen.threadId === undefined ? threadsEntries(screen) : [];
}

const GROUP = 'List';

function windowEntries(screen: RunsScreen | ThreadsScreen): readonly Entry[] {
  const { window } = screen;
  const presets = WINDOW_PRESETS.filter(
    ({ seconds }) => window.kind !== 'relative' || window.seconds !== seconds,
  ).map(({ seconds, label }) =>
    entry(GROUP, label, { ...screen, window: { kind: 'relative', seconds } }, 'time window'),
  );
  if (window.kind === 'all') return presets;
  return [...presets, entry(GROUP, 'All time', { ...screen, window: { kind: 'all' } }, 'time window')];
}

const threadsEntries = (screen: ThreadsScreen): readonly Entry[] => [
  ...windowEntries(screen),
  ...(screen.filter ? [entry(GROUP, 'Clear the filter', { ...screen, filter: '' })] : []),
];

function runsEntries(screen: RunsScreen): readonly Entry[] {
  const { args, filter, traceFilter, treeFilter } = screen;
  const order = args.order === 'asc' ? undefined : 'asc';
  return [
    ...windowEntries(screen),
    ...(args.error === true
      ? []
      : [entry(GROUP, 'Only failed', { ...screen, args: { ...args, error: true } }, 'errors status')]),
    entry(GROUP, order ? 'Oldest first' : 'Newest first', { ...screen, args: { ...args, order } }, 'sort'),
    ...(filter || traceFilter || treeFilter
      ? [entry(GROUP, 'Clear the filters', { ...screen, filter: '', traceFilter: '', treeFilter: '' })]
      : []),
  ];
}
