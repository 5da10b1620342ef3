import type { StoredRun } from '../store/types.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { printTime } from './print-time.ts';

/** Path of a run in LangSmith's own web application (CONTRACT §5). */
export function appPath(workspace: Workspace, run: StoredRun): string {
  const time = printTime(run.start_time).slice(0, -1);
  return `/o/${workspace.tenantId}/projects/p/${run.session_id}/r/${run.id}?trace_id=${run.trace_id}&start_time=${time}`;
}
