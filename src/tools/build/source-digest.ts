/**
 * One number for everything a build is made of, so that `npm start` knows whether `dist/` still belongs to
 * the sources. Contents, not times: a clone, a copy or a branch switch sets times as it likes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

const INPUTS = ['index.html', 'package-lock.json', 'vite.config.ts', 'tsconfig.json', 'public', 'src'];

/** Tests and their helpers are never part of what is built. */
const NOT_BUILT = /(\.test\.tsx?|\.bench\.ts|\.md)$|^src\/testing\//;

export function sourceDigest(root: string): string {
  const digest = createHash('sha256');
  for (const path of INPUTS.flatMap((input) => filesUnder(join(root, input))).toSorted()) {
    const name = relative(root, path).split(sep).join('/');
    if (NOT_BUILT.test(name)) continue;
    const bytes = readFileSync(path);
    digest.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return digest.digest('hex');
}

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => filesUnder(join(path, name)));
}
