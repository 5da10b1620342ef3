/**
 * What a person downloads before the first screen, from the manifest of the build: the entry, everything
 * it imports statically, and their styles. Monaco and the engine must come later, in files of their own.
 *
 * A canary is a text that only occurs in the named part. It must be found in a later file and not in the
 * first load: were it found nowhere, the check would be blind and says so instead of passing.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of JavaScript after gzip. */
export const FIRST_LOAD_LIMIT = 250_000;

export interface Canary {
  readonly part: string;
  readonly text: string;
}

export const CANARIES: readonly Canary[] = [
  { part: 'Monaco', text: 'editor.contrib.suggestController' },
  { part: 'the engine', text: 'but it is not a complete gzip stream' },
];

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
export type Manifest = Readonly<Record<string, ManifestChunk>>;

export interface Site {
  readonly manifest: Manifest;
  /** Every JavaScript file of the build; workers are not in the manifest. */
  readonly scripts: readonly string[];
  readonly read: (file: string) => string;
}

export interface BundleReport {
  readonly scriptBytes: number;
  readonly styleBytes: number;
  readonly problems: readonly string[];
}

export function readSite(folder: string): Site {
  const assets = readdirSync(join(folder, 'assets'));
  return {
    manifest: JSON.parse(readFileSync(join(folder, '.vite', 'manifest.json'), 'utf8')) as Manifest,
    scripts: assets.filter((name) => name.endsWith('.js')).map((name) => `assets/${name}`),
    read: (file) => readFileSync(join(folder, file), 'utf8'),
  };
}

export function checkBundle(site: Site, canaries: readonly Canary[] = CANARIES): BundleReport {
  const first = firstLoad(site.manifest);
  const scripts = first.map((chunk) => chunk.file);
  const styles = first.flatMap((chunk) => chunk.css ?? []);
  const scriptBytes = gzipped(site, scripts);
  const problems = canaries.flatMap((canary) => canaryProblems(site, scripts, canary));
  if (first.length === 0) problems.push('The manifest names no entry; nothing could be measured.');
  if (scriptBytes > FIRST_LOAD_LIMIT) {
    problems.push(
      `First-load JavaScript is ${scriptBytes} bytes gzipped; at most ${FIRST_LOAD_LIMIT} are allowed.`,
    );
  }
  return { scriptBytes, styleBytes: gzipped(site, styles), problems };
}

function firstLoad(manifest: Manifest): ManifestChunk[] {
  const seen = new Set<string>();
  const visit = (key: string): ManifestChunk[] => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return [];
    seen.add(key);
    return [chunk, ...(chunk.imports ?? []).flatMap(visit)];
  };
  return Object.keys(manifest)
    .filter((key) => manifest[key]!.isEntry)
    .flatMap(visit);
}

function gzipped(site: Site, files: readonly string[]): number {
  return [...new Set(files)].reduce((sum, file) => sum + gzipSync(site.read(file), { level: 9 }).length, 0);
}

function canaryProblems(site: Site, first: readonly string[], { part, text }: Canary): string[] {
  const inFirst = first.filter((file) => site.read(file).includes(text));
  const later = site.scripts.filter((file) => !first.includes(file) && site.read(file).includes(text));
  return [
    ...inFirst.map((file) => `${part} is part of the first load, in ${file}. Import it with import().`),
    ...(later.length === 0
      ? [`${part} was found in no later file: is it gone, or has its canary "${text}" changed?`]
      : []),
  ];
}
