import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import { HttpError } from '../http/http-error.ts';
import type { RunWrite } from '../store/types.ts';
import { normalId } from '../wire/normal-id.ts';
import { parseTime } from '../wire/parse-time.ts';
import { linkFeedback } from '../workspace/link-feedback.ts';
import type { Workspace } from '../workspace/workspace.ts';

export type Operation = 'create' | 'update';

const ID_FIELDS = ['trace_id', 'parent_run_id', 'reference_example_id'] as const;

/**
 * One ingestion operation. The project is found or made from its name; a create without one goes to
 * `default` (CONTRACT §11) or, in an imported file, to a project named after the file; an update
 * without one leaves the project as it is.
 */
export function applyRun(
  workspace: Workspace,
  operation: Operation,
  fields: JsonObject,
  fallback = 'default',
): void {
  const id = fields['id'];
  if (typeof id !== 'string' || id === '') throw new HttpError(422, 'A run needs an "id"');
  const write: { [field: string]: JsonValue | undefined } = { ...fields };
  for (const field of ID_FIELDS) {
    const value = write[field];
    if (typeof value === 'string') write[field] = normalId(value);
  }
  const projectId = projectOf(workspace, operation, fields, fallback);
  delete write['session_id'];
  if (projectId !== undefined) write['session_id'] = projectId;
  const runId = normalId(id);
  workspace.store.write(operation, { ...write, id: runId } as RunWrite);
  noteStart(workspace, projectId, fields['start_time']);
  linkFeedback(workspace, runId);
}

function projectOf(
  workspace: Workspace,
  operation: Operation,
  fields: JsonObject,
  fallback: string,
): string | undefined {
  const name = textOf(fields['session_name']);
  const id = textOf(fields['session_id']);
  if (id !== undefined) return ensureProject(workspace, normalId(id), name ?? fallback);
  if (name === undefined && operation === 'update') return undefined;
  const wanted = name ?? fallback;
  return (workspace.projects.named(wanted) ?? workspace.projects.create(wanted, workspace.now())).id;
}

function ensureProject(workspace: Workspace, id: string, name: string): string {
  if (!workspace.projects.get(id)) workspace.projects.create(name, workspace.now(), { id });
  return id;
}

function noteStart(workspace: Workspace, projectId: string | undefined, start: JsonValue | undefined): void {
  const time = projectId === undefined ? undefined : parseTime(start);
  if (projectId !== undefined && time !== undefined) workspace.projects.noteRun(projectId, time);
}

function textOf(value: JsonValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
