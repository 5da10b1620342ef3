import type { ProjectRef, RunsScreen } from '../url/screens.ts';
import type { RunsPatch } from './paste/patch.ts';

/**
 * The screen that asks what the patch asks. A patch is a whole question: filters and arguments it does not
 * name are gone, for a forgotten clause would silently change its answer. Where (project) and when (window)
 * stay as they are unless it says otherwise. `projects`: those of the patch, looked up; empty = keep.
 */
export function applyPatch(
  screen: RunsScreen,
  patch: RunsPatch,
  projects: readonly ProjectRef[],
): RunsScreen {
  const view = patch.view ?? 'runs';
  return {
    ...screen,
    view,
    projects: projects.length > 0 ? projects : screen.projects,
    window: patch.window ?? screen.window,
    filter: patch.filter ?? '',
    traceFilter: patch.traceFilter ?? '',
    treeFilter: patch.treeFilter ?? '',
    args: patch.args ?? {},
    columns: patch.columns ?? (view === screen.view ? screen.columns : undefined),
  };
}
