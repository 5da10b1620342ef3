import type { JsonObject } from '../../../contract/run.ts';
import { createStore } from '../store/create-store.ts';
import type { Store } from '../store/types.ts';
import { DownloadBook } from './download-book.ts';
import { ProjectBook } from './project-book.ts';
import { ShareBook } from './share-book.ts';
import { ViewBook } from './view-book.ts';

export interface FeedbackConfig {
  readonly feedback_key: string;
  readonly feedback_config: JsonObject;
  readonly modified_at: number;
  readonly is_lower_score_better: boolean | null;
}

/** Everything one engine knows: what the routes read and write. */
export interface Workspace {
  readonly store: Store;
  readonly projects: ProjectBook;
  readonly views: ViewBook;
  readonly shares: ShareBook;
  readonly downloads: DownloadBook;
  readonly feedbackConfigs: Map<string, FeedbackConfig>;
  /** Feedback that came before its run, by run id: it learns its trace and project when the run arrives. */
  readonly waitingFeedback: Map<string, Set<string>>;
  readonly tenantId: string;
  readonly organizationId: string;
  readonly createdAt: number;
  readonly now: () => number;
}

/** Fixed: the engine is one workspace, and links made from its answers should survive a reload. */
const TENANT_ID = '7c1f0e0a-5d0b-4c55-9a51-2f7d0b6d9a10';
const ORGANIZATION_ID = '3f0f5f0e-6f3b-4f61-8f0a-0c4f4b6a1d20';

export function createWorkspace(now: () => number, store: Store = createStore()): Workspace {
  return {
    store,
    projects: new ProjectBook(),
    views: new ViewBook(),
    shares: new ShareBook(),
    downloads: new DownloadBook(),
    feedbackConfigs: new Map(),
    waitingFeedback: new Map(),
    tenantId: TENANT_ID,
    organizationId: ORGANIZATION_ID,
    createdAt: now(),
    now,
  };
}

/** Start of the newest run of a project. */
export function lastRunStart({ projects, store }: Workspace, projectId: string): number | undefined {
  const known = projects.lastRunStart(projectId);
  if (known !== undefined) return known;
  const [row] = store.find({ projectIds: [projectId] }, { order: 'desc', limit: 1 }).rows;
  if (row === undefined) return undefined;
  const { startTime } = store.keysetOf(row);
  projects.noteRun(projectId, startTime);
  return startTime;
}

export function deleteTraces(workspace: Workspace, traceIds: readonly string[]): void {
  workspace.store.deleteTraces(traceIds);
  workspace.projects.forgetRuns();
}

/** A project goes with everything in it. */
export function deleteProject(workspace: Workspace, id: string): void {
  workspace.store.deleteProject(id);
  workspace.views.deleteProject(id);
  workspace.projects.delete(id);
}
