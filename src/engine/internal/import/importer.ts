import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import { HttpError } from '../http/http-error.ts';
import { applyRun } from '../ingest/apply-run.ts';
import { feedbackOf } from '../ingest/feedback-of.ts';
import type { AttachmentWrite } from '../store/types.ts';
import { normalId } from '../wire/normal-id.ts';
import { parseTime } from '../wire/parse-time.ts';
import { putFeedback } from '../workspace/link-feedback.ts';
import type { StoredProject } from '../workspace/project-book.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isObject, type ImportRecord } from './import-record.ts';

export interface ImportReport {
  readonly runs: number;
  readonly feedback: number;
  readonly projects: number;
  readonly attachments: number;
  /** The first hundred lines that could not be used. */
  readonly skipped: readonly { readonly line: number; readonly reason: string }[];
  /** All of them. */
  readonly skipped_count: number;
}

const SKIPPED_SHOWN = 100;

/** Writes records into a workspace and keeps count. */
export class Importer {
  readonly #workspace: Workspace;
  readonly #fallbackProject: string;
  readonly #projectsBefore: number;
  readonly #skipped: { line: number; reason: string }[] = [];
  readonly #counts = { run: 0, feedback: 0, project: 0, attachment: 0, skipped: 0 };

  constructor(workspace: Workspace, fileName: string) {
    this.#workspace = workspace;
    this.#fallbackProject = fileName.replace(/\.(?:gz|jsonl?|ndjson)(?=$|\.)/gi, '') || fileName;
    this.#projectsBefore = workspace.projects.size;
  }

  take(record: ImportRecord, line: number): void {
    try {
      this.#write(record);
      this.#counts[record.kind]++;
    } catch (error) {
      if (!(error instanceof HttpError)) throw error;
      this.skip(line, error.message);
    }
  }

  skip(line: number, reason: string): void {
    this.#counts.skipped++;
    if (this.#skipped.length < SKIPPED_SHOWN) this.#skipped.push({ line, reason });
  }

  report(): ImportReport {
    return {
      runs: this.#counts.run,
      feedback: this.#counts.feedback,
      projects: this.#workspace.projects.size - this.#projectsBefore,
      attachments: this.#counts.attachment,
      skipped: this.#skipped,
      skipped_count: this.#counts.skipped,
    };
  }

  #write({ kind, fields }: ImportRecord): void {
    switch (kind) {
      case 'run':
        return this.#writeRun(fields);
      case 'project':
        return writeProject(this.#workspace, fields);
      case 'feedback':
        putFeedback(this.#workspace, feedbackOf(this.#workspace, fields));
        return;
      case 'attachment':
        this.#workspace.store.attach(attachmentOf(fields));
    }
  }

  /** A run that is there already is brought up to date, so the same file may be loaded again. */
  #writeRun(fields: JsonObject): void {
    const id = textOf(fields['id']) ?? '';
    const known = this.#workspace.store.rowOf(normalId(id)) !== undefined;
    const { session_id, session_name, ...rest } = fields;
    const home = { ...(session_id && { session_id }), ...(session_name && { session_name }) };
    if (known) applyRun(this.#workspace, 'update', { ...rest, ...home });
    else applyRun(this.#workspace, 'create', { ...rest, ...home }, this.#fallbackProject);
  }
}

function writeProject(workspace: Workspace, fields: JsonObject): void {
  const name = fields['name'];
  if (typeof name !== 'string' || name === '') throw new HttpError(422, 'A project needs a "name"');
  const id = typeof fields['id'] === 'string' ? normalId(fields['id']) : workspace.projects.named(name)?.id;
  const known = id === undefined ? undefined : workspace.projects.get(id);
  const startTime = parseTime(fields['start_time']) ?? known?.start_time ?? workspace.now();
  const given: Partial<StoredProject> = {
    ...(id !== undefined && { id }),
    description: textOf(fields['description']),
    end_time: parseTime(fields['end_time']) ?? null,
    extra: isObject(fields['extra']) ? fields['extra'] : null,
    default_dataset_id: textOf(fields['default_dataset_id']),
    reference_dataset_id: textOf(fields['reference_dataset_id']),
  };
  if (known) {
    const free = workspace.projects.freeName(name, known.id);
    workspace.projects.put({ ...known, ...given, name: free, start_time: startTime });
  } else {
    workspace.projects.create(name, startTime, given);
  }
}

function attachmentOf(fields: JsonObject): AttachmentWrite {
  const { run_id: runId, name, mime_type: mimeType, base64 } = fields;
  if (typeof runId !== 'string' || typeof name !== 'string' || typeof base64 !== 'string') {
    throw new HttpError(422, 'An attachment needs "run_id", "name" and "base64"');
  }
  return {
    runId: normalId(runId),
    name,
    mimeType: textOf(mimeType) ?? 'application/octet-stream',
    bytes: bytesOf(base64),
  };
}

function bytesOf(base64: string): Uint8Array {
  try {
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
  } catch {
    throw new HttpError(422, 'The "base64" of an attachment is not base64');
  }
}

function textOf(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}
