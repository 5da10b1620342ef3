/** What is in the committed sample workspace, so that tests can name what they open. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { PROJECT_ROOT } from '../../src/tools/project-root.ts';

export interface SampleRun {
  readonly id: string;
  readonly trace_id: string;
  readonly session_id: string;
  readonly parent_run_id?: string;
  readonly name: string;
  readonly run_type: string;
  readonly status: string;
  readonly start_time: string;
  readonly end_time?: string;
  readonly error?: string;
  readonly dotted_order: string;
  readonly extra?: { readonly metadata?: Readonly<Record<string, unknown>> };
}

interface Line extends SampleRun {
  readonly project?: { readonly id: string; readonly name: string };
  readonly attachment?: { readonly run_id: string; readonly name: string; readonly mime_type: string };
}

const lines = gunzipSync(readFileSync(join(PROJECT_ROOT, 'public', 'sample', 'workspace.jsonl.gz')))
  .toString('utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line) as Line);

export const sampleRuns: readonly SampleRun[] = lines.filter((line) => line.id !== undefined);

export const sampleAttachments = lines.flatMap((line) => line.attachment ?? []);

const projects = lines.flatMap((line) => line.project ?? []);

export function projectNamed(name: string): { readonly id: string; readonly name: string } {
  const found = projects.find((project) => project.name === name);
  if (!found) throw new Error(`The sample has no project named ${name}.`);
  return found;
}

export function runsOfProject(name: string): readonly SampleRun[] {
  const { id } = projectNamed(name);
  return sampleRuns.filter((run) => run.session_id === id);
}

export function runsOfTrace(traceId: string): readonly SampleRun[] {
  return sampleRuns.filter((run) => run.trace_id === traceId);
}

/** The first root run for which the test holds; the same one every time. */
export function rootWhere(test: (root: SampleRun, size: number) => boolean): SampleRun {
  const sizes = new Map<string, number>();
  for (const run of sampleRuns) sizes.set(run.trace_id, (sizes.get(run.trace_id) ?? 0) + 1);
  const root = sampleRuns.find((run) => isRoot(run) && test(run, sizes.get(run.trace_id) ?? 0));
  if (!root) throw new Error('The sample has no such trace.');
  return root;
}

export function isRoot(run: SampleRun): boolean {
  return run.parent_run_id === undefined;
}
