import { defaultRunsScreen } from '../url/defaults.ts';
import type { Deployment, RunsScreen, Screen } from '../url/screens.ts';

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
