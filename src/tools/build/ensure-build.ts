import { join } from 'node:path';
import { build } from 'vite';
import { PROJECT_ROOT } from '../project-root.ts';
import { isBuiltFromSources } from './source-record.ts';

export const BUILT_SITE = join(PROJECT_ROOT, 'dist');

/** Builds `dist/` unless it was made from exactly these sources. */
export async function ensureBuild(): Promise<'built' | 'was up to date'> {
  if (isBuiltFromSources(PROJECT_ROOT, BUILT_SITE)) return 'was up to date';
  await build({ root: PROJECT_ROOT, logLevel: 'warn' });
  return 'built';
}
