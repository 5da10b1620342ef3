/** Addresses of screens, printed by the app's own link code, relative to the site. */
import { defaultRunsScreen } from '../../src/url/defaults.ts';
import { printLink } from '../../src/url/link.ts';
import type { Deployment, RunsScreen, TraceScreen } from '../../src/url/screens.ts';
import { type SampleRun, projectNamed } from './sample.ts';

export function runsAddress(change: Partial<RunsScreen>, deployment?: Deployment): string {
  return printLink({ ...defaultRunsScreen(deployment), ...change });
}

/** All runs of one sample project, ever. */
export function projectAddress(name: string, change: Partial<RunsScreen> = {}): string {
  return runsAddress({ projects: [projectNamed(name)], window: { kind: 'all' }, ...change });
}

export function traceAddress(
  { trace_id: traceId, session_id: projectId }: SampleRun,
  change: Partial<TraceScreen> = {},
): string {
  return printLink({ kind: 'trace', deployment: { kind: 'sample' }, traceId, projectId, ...change });
}
