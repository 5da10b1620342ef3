import type { StoredProject } from '../workspace/project-book.ts';
import { lastRunStart, type Workspace } from '../workspace/workspace.ts';
import { printOptionalTime, printTime } from './print-time.ts';

/** TracerSession without statistics (CONTRACT §8). */
export function printProject(workspace: Workspace, project: StoredProject): Record<string, unknown> {
  const newest = printOptionalTime(lastRunStart(workspace, project.id));
  return {
    ...project,
    start_time: printTime(project.start_time),
    end_time: printOptionalTime(project.end_time),
    tenant_id: workspace.tenantId,
    last_run_start_time: newest,
    last_run_start_time_live: newest,
    test_run_number: testRunNumber(workspace, project),
  };
}

/** Experiments over one dataset are counted from 1, oldest first. */
function testRunNumber(workspace: Workspace, project: StoredProject): number | null {
  const dataset = project.reference_dataset_id;
  if (dataset === null) return null;
  const earlier = workspace.projects
    .all()
    .filter((other) => other.reference_dataset_id === dataset && other.start_time < project.start_time);
  return earlier.length + 1;
}
