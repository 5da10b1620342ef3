import { HttpError } from '../contract/http-error.ts';
import type { Fetch } from '../contract/fetch.ts';
import { readProblem } from '../contract/problem.ts';
import type { ImportReport, SkippedLine } from '../features/connections/import-report.ts';
import { isRecord } from '../lib/is-record.ts';

const PATH = '/runlens/import';

/** Gives a file of runs to the engine. `days`: every time in it moves so that the newest run is recent. */
export async function importInto(
  fetch: Fetch,
  file: Blob,
  name: string,
  shift?: 'days',
): Promise<ImportReport> {
  const url = new URL(PATH, 'https://engine.invalid');
  url.searchParams.set('name', name);
  if (shift) url.searchParams.set('shift', shift);
  const response = await fetch(new Request(url, { method: 'POST', body: await file.arrayBuffer() }));
  const text = await response.text();
  if (!response.ok) {
    throw new HttpError({ status: response.status, problem: readProblem(text, response.status), path: PATH });
  }
  return readReport(JSON.parse(text));
}

function readReport(body: unknown): ImportReport {
  const report = isRecord(body) ? body : {};
  const count = (name: string) => (typeof report[name] === 'number' ? report[name] : 0);
  const skipped = Array.isArray(report['skipped']) ? report['skipped'].flatMap(readSkipped) : [];
  return {
    runs: count('runs'),
    feedback: count('feedback'),
    projects: count('projects'),
    attachments: count('attachments'),
    skippedCount: Math.max(count('skipped_count'), skipped.length),
    skipped,
  };
}

function readSkipped(entry: unknown): readonly SkippedLine[] {
  if (!isRecord(entry)) return [];
  const { line, reason } = entry;
  return typeof line === 'number' && typeof reason === 'string' ? [{ line, reason }] : [];
}
