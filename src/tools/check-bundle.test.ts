import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  FIRST_LOAD_LIMIT,
  FIRST_SCREEN_LIMIT,
  type Manifest,
  type Site,
  checkBundle,
} from './check-bundle.ts';

const manifest: Manifest = {
  'index.html': { file: 'assets/entry.js', isEntry: true, imports: ['_shared.js'], css: ['assets/a.css'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['index.html'], css: ['assets/a.css'] },
  'src/features/runs/page.tsx': { file: 'assets/page.js', imports: ['_shared.js'] },
  'src/editor.tsx': { file: 'assets/editor.js', imports: ['_shared.js'] },
};
const files: Readonly<Record<string, string>> = {
  'assets/entry.js': 'entry',
  'assets/shared.js': 'shared',
  'assets/page.js': 'page',
  'assets/editor.js': 'the-editor',
  'assets/worker.js': 'the-engine',
  'assets/a.css': 'a{}',
};
const canaries = [
  { part: 'Monaco', text: 'the-editor' },
  { part: 'the engine', text: 'the-engine' },
];
const site = (changed: Readonly<Record<string, string>> = {}, chunks = manifest): Site => {
  const all = { ...files, ...changed };
  return {
    manifest: chunks,
    scripts: Object.keys(all).filter((name) => name.endsWith('.js')),
    read: (file) => all[file]!,
  };
};

test('the first screen is the first load and the first page, each file once', () => {
  const { firstLoad, firstScreen, styles, problems } = checkBundle(site(), canaries);
  expect(problems).toEqual([]);
  expect(firstLoad).toBeGreaterThan(20);
  expect(firstScreen - firstLoad).toBeGreaterThan(10);
  expect(firstScreen).toBeLessThan(100);
  expect(styles).toBeGreaterThan(0);
});

const noise = (bytes: number) => randomBytes(bytes).toString('latin1');

test.each([
  ['a part in the first load', site({ 'assets/shared.js': 'the-editor' }), 'Monaco is part of the first'],
  ['a part in the first page', site({ 'assets/page.js': 'the-engine' }), 'the engine is part of the first'],
  ['a part that is nowhere', site({ 'assets/worker.js': '' }), 'the engine was found in no later file'],
  ['no entry', site({}, {}), 'names no entry'],
  ['no first page', site({}, { 'index.html': manifest['index.html']! }), 'does not name src/features/runs'],
  ['a heavy start', site({ 'assets/shared.js': noise(FIRST_LOAD_LIMIT) }), 'First-load JavaScript is'],
  ['a heavy page', site({ 'assets/page.js': noise(FIRST_SCREEN_LIMIT) }), 'First-screen JavaScript is'],
])('it objects to %s', (_, wrong, sentence) => {
  expect(checkBundle(wrong, canaries).problems.join('\n')).toContain(sentence);
});
