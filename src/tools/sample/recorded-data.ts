/**
 * A folder of recorded data as the sample script reads it: runs.jsonl[.gz] (one v1 run per line),
 * projects.json, feedback.jsonl, and attachments/index.json naming files beside it. Only used when the
 * sample workspace is built; the app never sees these files.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { JsonObject } from '../../contract/run.ts';

export interface RecordedAttachment {
  readonly run_id: string;
  readonly name: string;
  readonly mime_type: string;
  readonly base64: string;
}

export interface RecordedData {
  readonly runs: readonly JsonObject[];
  readonly projects: readonly JsonObject[];
  readonly feedback: readonly JsonObject[];
  readonly attachments: readonly RecordedAttachment[];
}

interface IndexEntry {
  readonly run_id: string;
  readonly name: string;
  readonly mime_type: string;
  readonly file: string;
}

export function readRecordedData(folder: string): RecordedData {
  return {
    runs: readLines(firstExisting(folder, ['runs.jsonl.gz', 'runs.jsonl'])),
    projects: readJson(join(folder, 'projects.json')) as JsonObject[],
    feedback: readLines(join(folder, 'feedback.jsonl')),
    attachments: readAttachments(folder),
  };
}

function firstExisting(folder: string, names: readonly string[]): string {
  const found = names.map((name) => join(folder, name)).find((path) => existsSync(path));
  if (!found)
    throw new Error(`${folder} holds none of ${names.join(', ')}. Is it a folder of recorded data?`);
  return found;
}

function readLines(path: string): JsonObject[] {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JsonObject);
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function readAttachments(folder: string): RecordedAttachment[] {
  const index = join(folder, 'attachments', 'index.json');
  if (!existsSync(index)) return [];
  return (readJson(index) as IndexEntry[]).map(({ run_id, name, mime_type, file }) => ({
    run_id,
    name,
    mime_type,
    base64: readFileSync(join(folder, file)).toString('base64'),
  }));
}
