import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { FIRST_LOAD_LIMIT, type Manifest, type Site, checkBundle } from './check-bundle.ts';

const manifest: Manifest = {
  'index.html': { file: 'assets/entry.js', isEntry: true, imports: ['_shared.js'], css: ['assets/a.css'] },
  '_shared.js': { file: 'assets/shared.js', imports: ['index.html'], css: ['assets/a.css'] },
  'src/page.tsx': { file: 'assets/page.js', imports: ['_shared.js'] },
};
const files: Readonly<Record<string, string>> = {
  'assets/entry.js': 'entry',
  'assets/shared.js': 'shared',
  'assets/page.js': 'page the-editor',
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

test('the first load is the entry and what it imports statically, each once', () => {
  const report = checkBundle(site(), canaries);
  expect(report.problems).toEqual([]);
  expect(report.scriptBytes).toBeGreaterThan(20);
  expect(report.scriptBytes).toBeLessThan(80);
  expect(report.styleBytes).toBeGreaterThan(0);
});

test.each([
  [
    'a part in the first load',
    site({ 'assets/shared.js': 'the-editor' }),
    'Monaco is part of the first load',
  ],
  ['a part that is nowhere', site({ 'assets/worker.js': '' }), 'the engine was found in no later file'],
  ['no entry', site({}, {}), 'names no entry'],
  [
    'too much of it',
    site({ 'assets/shared.js': randomBytes(FIRST_LOAD_LIMIT).toString('latin1') }),
    'at most 250000',
  ],
])('it objects to %s', (_, wrong, sentence) => {
  expect(checkBundle(wrong, canaries).problems.join('\n')).toContain(sentence);
});
