import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { sourceDigest } from './source-digest.ts';

const RECORD = join('.vite', 'sources.sha256');

/** Leaves in every build the digest of what it was made from, taken before the first source was read. */
export function recordSources(): Plugin {
  let root = '';
  let outDir = '';
  let digest = '';
  return {
    name: 'runlens:record-sources',
    apply: 'build',
    configResolved: (config) => {
      root = config.root;
      outDir = join(config.root, config.build.outDir);
    },
    buildStart: () => {
      digest = sourceDigest(root);
    },
    closeBundle: () => {
      if (existsSync(join(outDir, '.vite'))) writeFileSync(join(outDir, RECORD), digest);
    },
  };
}

export function isBuiltFromSources(root: string, outDir: string): boolean {
  const record = join(outDir, RECORD);
  return existsSync(record) && readFileSync(record, 'utf8') === sourceDigest(root);
}
