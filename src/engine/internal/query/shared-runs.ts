import { notFound } from '../http/http-error.ts';
import type { Row, StoredRun } from '../store/types.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * What a public link opens: the shared run and everything below it, in tree order. A link to a part of
 * a trace never shows the rest of it.
 */
export function sharedRows(workspace: Workspace, token: string): readonly Row[] {
  const { store } = workspace;
  const shared = sharedRun(workspace, token);
  return store.traceRows(shared.trace_id).filter((row) => {
    const run = store.run(row, ANCESTRY);
    return run.id === shared.id || run.parent_run_ids.includes(shared.id);
  });
}

export function sharedRun(workspace: Workspace, token: string): StoredRun {
  const runId = workspace.shares.runOf(token);
  const row = runId === undefined ? undefined : workspace.store.rowOf(runId);
  if (row === undefined) throw notFound('A shared run with this token');
  return workspace.store.run(row, ANCESTRY);
}

const ANCESTRY: ReadonlySet<string> = new Set(['parent_run_ids', 'trace_id']);

/** One run under the link, or 404: a token opens nothing else. */
export function sharedRow(workspace: Workspace, token: string, runId: string): Row {
  const row = sharedRows(workspace, token).find(
    (candidate) => workspace.store.keysetOf(candidate).id === runId,
  );
  if (row === undefined) throw notFound(`Run ${runId}`);
  return row;
}
