/**
 * What a person downloads first, from the manifest of the build. The first load is the entry and everything
 * it imports statically; the first screen is that and the runs page, which the entry asks for at once.
 * Monaco and the engine must be in neither, but in files of their own.
 *
 * A canary is a text that only occurs in the named part. It must be found in a later file and not in the
 * first load: were it found nowhere, the check would be blind and says so instead of passing.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Bytes of JavaScript after gzip. */
export const FIRST_LOAD_LIMIT = 250_000;
export const FIRST_SCREEN_LIMIT = 275_000;

const FIRST_PAGE = 'src/features/runs/page.tsx';

export interface Canary {
  readonly part: string;
  readonly text: string;
}

const CANARIES: readonly Canary[] = [
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
  readonly firstLoad: number;
  readonly firstScreen: number;
  readonly styles: number;
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
  const entries = Object.keys(site.manifest).filter((key) => site.manifest[key]!.isEntry);
  const load = withStaticImports(site.manifest, entries);
  const screen = withStaticImports(site.manifest, [...entries, FIRST_PAGE]);
  const scripts = screen.map((chunk) => chunk.file);
  const sizes = {
    firstLoad: gzipped(
      site,
      load.map((chunk) => chunk.file),
    ),
    firstScreen: gzipped(site, scripts),
    styles: gzipped(
      site,
      screen.flatMap((chunk) => chunk.css ?? []),
    ),
  };
  const problems = [
    ...(entries.length === 0 ? ['The manifest names no entry; nothing could be measured.'] : []),
    ...(FIRST_PAGE in site.manifest ? [] : [`The manifest does not name ${FIRST_PAGE}.`]),
    ...tooLarge('First-load', sizes.firstLoad, FIRST_LOAD_LIMIT),
    ...tooLarge('First-screen', sizes.firstScreen, FIRST_SCREEN_LIMIT),
    ...canaries.flatMap((canary) => canaryProblems(site, scripts, canary)),
  ];
  return { ...sizes, problems };
}

function tooLarge(what: string, bytes: number, limit: number): string[] {
  return bytes > limit ? [`${what} JavaScript is ${bytes} bytes gzipped; at most ${limit} are allowed.`] : [];
}

function withStaticImports(manifest: Manifest, from: readonly string[]): ManifestChunk[] {
  const seen = new Set<string>();
  const visit = (key: string): ManifestChunk[] => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return [];
    seen.add(key);
    return [chunk, ...(chunk.imports ?? []).flatMap(visit)];
  };
  return from.flatMap(visit);
}

function gzipped(site: Site, files: readonly string[]): number {
  return [...new Set(files)].reduce((sum, file) => sum + gzipSync(site.read(file), { level: 9 }).length, 0);
}

function canaryProblems(site: Site, first: readonly string[], { part, text }: Canary): string[] {
  const inFirst = first.filter((file) => site.read(file).includes(text));
  const later = site.scripts.filter((file) => !first.includes(file) && site.read(file).includes(text));
  return [
    ...inFirst.map((file) => `${part} is part of the first screen, in ${file}. Import it with import().`),
    ...(later.length === 0
      ? [`${part} was found in no later file: is it gone, or has its canary "${text}" changed?`]
      : []),
  ];
}
