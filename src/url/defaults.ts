/** What a link means when it says nothing. Defaults are never written, so changing one changes old links. */
import type { Deployment, RunsScreen, ThreadsScreen, WindowChoice } from './screens.ts';

const DEFAULT_DEPLOYMENT: Deployment = { kind: 'sample' };

/** Seven days: the longest window of LangSmith's fast rate limits (CONTRACT §3). */
export const DEFAULT_WINDOW: WindowChoice = { kind: 'relative', seconds: 7 * 86_400 };

export const DEFAULT_VIEW: RunsScreen['view'] = 'traces';

export const defaultRunsScreen = (deployment: Deployment = DEFAULT_DEPLOYMENT): RunsScreen => ({
  kind: 'runs',
  deployment,
  view: DEFAULT_VIEW,
  projects: [],
  window: DEFAULT_WINDOW,
  filter: '',
  traceFilter: '',
  treeFilter: '',
  args: {},
});

export const defaultThreadsScreen = (deployment: Deployment = DEFAULT_DEPLOYMENT): ThreadsScreen => ({
  kind: 'threads',
  deployment,
  window: DEFAULT_WINDOW,
  filter: '',
});
