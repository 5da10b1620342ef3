/** Exported files that the engine of the sample keeps: its own routes, no part of LangSmith's API. */
import type { Fetch } from '../contract/fetch.ts';
import { isRecord } from '../lib/is-record.ts';

const ROOT = 'https://engine.invalid/runlens/files';
const ARCHIVE = 'https://engine.invalid/runlens/archive';

export interface KeptFile {
  readonly key: string;
  /** Bytes. */
  readonly size: number;
}

export async function listKeptFiles(fetch: Fetch): Promise<readonly KeptFile[]> {
  const response = await fetch(new Request(ROOT));
  const body: unknown = await response.json();
  return Array.isArray(body) ? body.flatMap(readEntry) : [];
}

export async function keptFile(fetch: Fetch, key: string): Promise<File> {
  const response = await fetch(new Request(`${ROOT}/${key.split('/').map(encodeURIComponent).join('/')}`));
  if (!response.ok) throw new Error('This file is not kept any more; run the export again.');
  return new File([await response.blob()], key.split('/').at(-1) ?? key);
}

/** Several in one, for a browser asks back before it saves more than one. */
export async function keptArchive(fetch: Fetch, keys: readonly string[], name: string): Promise<File> {
  const response = await fetch(new Request(ARCHIVE, { method: 'POST', body: JSON.stringify({ keys }) }));
  if (!response.ok) throw new Error('Some of these files are not kept any more; run the export again.');
  return new File([await response.blob()], name);
}

function readEntry(entry: unknown): readonly KeptFile[] {
  if (!isRecord(entry)) return [];
  const { key, size } = entry;
  return typeof key === 'string' && typeof size === 'number' ? [{ key, size }] : [];
}
