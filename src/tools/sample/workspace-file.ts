/**
 * The bytes of a workspace file: gzipped JSON lines, projects first so that every run finds its own,
 * then runs, then what hangs on runs. The same input gives the same bytes on every machine.
 */
import { gzipSync } from 'node:zlib';
import type { JsonObject } from '../../contract/run.ts';
import { textOf } from './json-fields.ts';
import type { RecordedAttachment } from './recorded-data.ts';
import type { RecordedUnit } from './unit-features.ts';
import { slimFeedback, slimProject, slimRun } from './slim-run.ts';

/** RFC 1952: byte 9 names the operating system; 255 = unknown. */
const GZIP_OS_BYTE = 9;

export interface Workspace {
  readonly projects: readonly JsonObject[];
  readonly units: readonly RecordedUnit[];
  readonly feedback: readonly JsonObject[];
  readonly attachments: readonly RecordedAttachment[];
}

export function workspaceLines({ projects, units, feedback, attachments }: Workspace): string[] {
  const runs = units.flatMap((unit) => unit.runs.toSorted(byTree));
  const ids = new Set(runs.map((run) => run.id));
  const projectIds = new Set(units.map((unit) => unit.projectId));
  return [
    ...projects.filter((one) => projectIds.has(textOf(one.id))).map((one) => ({ project: slimProject(one) })),
    ...runs.map(slimRun),
    ...feedback
      .filter((one) => isAbout(one, ids, projectIds))
      .map((one) => ({ feedback: slimFeedback(one) })),
    ...attachments.filter((one) => ids.has(one.run_id)).map((one) => ({ attachment: one })),
  ].map((line) => JSON.stringify(line));
}

export function workspaceBytes(lines: readonly string[]): Uint8Array {
  const bytes = gzipSync(`${lines.join('\n')}\n`, { level: 9 });
  bytes[GZIP_OS_BYTE] = 255;
  return bytes;
}

/** Feedback given to a whole project has no run. */
function isAbout(
  feedback: JsonObject,
  runIds: ReadonlySet<unknown>,
  projectIds: ReadonlySet<string>,
): boolean {
  return feedback.run_id ? runIds.has(feedback.run_id) : projectIds.has(textOf(feedback.session_id));
}

/** By trace, then in tree order: neighbours repeat each other's texts, which gzip sees only 32 kB back. */
function byTree(a: JsonObject, b: JsonObject): number {
  const [left, right] = [textOf(a.dotted_order), textOf(b.dotted_order)];
  return left < right ? -1 : left > right ? 1 : 0;
}
