import type { StoredFeedback } from '../store/types.ts';
import type { Workspace } from './workspace.ts';

/** Feedback as its run knows it: trace, project, start and place in the tree come from there. */
function completeFeedback(workspace: Workspace, feedback: StoredFeedback): StoredFeedback {
  const row = feedback.run_id === null ? undefined : workspace.store.rowOf(feedback.run_id);
  if (row === undefined) return feedback;
  const run = workspace.store.run(row, new Set());
  return {
    ...feedback,
    trace_id: run.trace_id,
    session_id: run.session_id,
    start_time: run.start_time,
    is_root: run.parent_run_id === null,
  };
}

/** Remembers feedback that overtook its run: both travel in separate requests (WIRE §4). */
export function putFeedback(workspace: Workspace, feedback: StoredFeedback): StoredFeedback {
  const complete = completeFeedback(workspace, feedback);
  workspace.store.putFeedback(complete);
  const runId = complete.run_id;
  if (runId !== null && workspace.store.rowOf(runId) === undefined) {
    const waiting = workspace.waitingFeedback.get(runId) ?? new Set();
    workspace.waitingFeedback.set(runId, waiting.add(complete.id));
  }
  return complete;
}

export function linkFeedback(workspace: Workspace, runId: string): void {
  const waiting = workspace.waitingFeedback.get(runId);
  if (!waiting || workspace.store.rowOf(runId) === undefined) return;
  workspace.waitingFeedback.delete(runId);
  for (const id of waiting) {
    const feedback = workspace.store.feedback(id);
    if (feedback) workspace.store.putFeedback(completeFeedback(workspace, feedback));
  }
}
