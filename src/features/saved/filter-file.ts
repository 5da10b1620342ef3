/** Saved filters as a file, to keep or to give away. Versioned; a file that does not fit says where. */
import { isRecord } from '../../lib/is-record.ts';
import type { SavedDraft, SavedFilter } from './saved-filter.ts';
import { printQuery, readQuery } from './saved-query.ts';

const FORMAT = 'runlens-saved-filters';
const VERSION = 1;

export interface FilterFile {
  readonly text: string;
  /** Names of those that are not in it. */
  readonly leftOut: readonly string[];
}

export function writeFilterFile(filters: readonly SavedFilter[], now: number): FilterFile {
  const entries = filters.flatMap(({ name, description, content }) =>
    content.kind === 'query'
      ? [
          {
            name,
            description,
            link: printQuery(content.query),
            ...(content.query.window === undefined ? { keepsWindow: true } : {}),
          },
        ]
      : [],
  );
  return {
    text: `${JSON.stringify({ format: FORMAT, version: VERSION, exportedAt: new Date(now).toISOString(), filters: entries }, null, 2)}\n`,
    leftOut: filters.filter(({ content }) => content.kind !== 'query').map(({ name }) => name),
  };
}

export interface ReadFilter {
  readonly draft: SavedDraft;
  readonly remarks: readonly string[];
}

export type ReadFile =
  | { readonly kind: 'ok'; readonly filters: readonly ReadFilter[]; readonly problems: readonly string[] }
  | { readonly kind: 'refused'; readonly reason: string; readonly next: string };

const refused = (reason: string, next: string): ReadFile => ({ kind: 'refused', reason, next });

export function readFilterFile(text: string): ReadFile {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const where = error instanceof Error ? ` (${error.message})` : '';
    return refused(
      `This is not a JSON file, or it was cut off or changed${where}.`,
      'Export it again, or copy it again from where it came.',
    );
  }
  if (!isRecord(value) || value['format'] !== FORMAT)
    return refused(
      `This JSON file does not hold saved filters of Runlens: “format” is not “${FORMAT}”.`,
      'Choose a file that was made with “Export”.',
    );
  const { version, filters } = value;
  if (typeof version === 'number' && version > VERSION)
    return refused(
      `This file was written by a newer Runlens (version ${version} of the format; this one knows ${VERSION}).`,
      'Reload the page to get the newest Runlens, then import it again.',
    );
  if (version !== VERSION)
    return refused('The file does not say which version of the format it is.', 'Export it again.');
  if (!Array.isArray(filters))
    return refused('The list “filters” is missing from the file.', 'Export it again.');
  return readEntries(filters);
}

function readEntries(entries: readonly unknown[]): ReadFile {
  const filters: ReadFilter[] = [];
  const problems: string[] = [];
  entries.forEach((entry, at) => {
    const read = readEntry(entry);
    if (typeof read === 'string') problems.push(`Entry ${at + 1} is left out: ${read}`);
    else filters.push(read);
  });
  if (filters.length > 0) return { kind: 'ok', filters, problems };
  return refused(
    entries.length === 0 ? 'The file holds no saved filters.' : `No entry can be read. ${problems.join(' ')}`,
    'Choose another file.',
  );
}

function readEntry(entry: unknown): ReadFilter | string {
  if (!isRecord(entry)) return 'it is not an object.';
  const { name, description, link, keepsWindow } = entry;
  if (typeof name !== 'string' || name.trim() === '') return 'it has no name.';
  if (typeof link !== 'string') return `“${name}” has no link.`;
  const read = readQuery(link, keepsWindow === true);
  if (read.kind !== 'ok') return `“${name}”: ${read.reason}`;
  const text = typeof description === 'string' ? description : '';
  return { draft: { name: name.trim(), description: text, query: read.query }, remarks: read.remarks };
}
