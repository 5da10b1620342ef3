import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceDigest } from './source-digest.ts';

let root = '';
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'runlens-digest-'));
  write('src/main.tsx', 'main');
  write('index.html', 'page');
});
afterEach(() => rmSync(root, { recursive: true }));

test('the same contents give the same digest, whenever they were written', () => {
  const before = sourceDigest(root);
  write('src/main.tsx', 'main');
  expect(sourceDigest(root)).toBe(before);
});

test.each([
  ['src/main.tsx', 'changed'],
  ['src/new/file.ts', ''],
  ['public/config.json', '{}'],
  ['package-lock.json', '{}'],
])('a change of %s changes it', (path, text) => {
  const before = sourceDigest(root);
  write(path, text);
  expect(sourceDigest(root)).not.toBe(before);
});

test.each(['src/main.test.tsx', 'src/testing/fake.ts', 'src/README.md', 'e2e/open.spec.ts', 'README.md'])(
  '%s is not part of a build',
  (path) => {
    const before = sourceDigest(root);
    write(path, 'x');
    expect(sourceDigest(root)).toBe(before);
  },
);

test('moving bytes from one file to the next is a change', () => {
  write('src/a.ts', 'ab');
  write('src/b.ts', 'c');
  const before = sourceDigest(root);
  write('src/a.ts', 'a');
  write('src/b.ts', 'bc');
  expect(sourceDigest(root)).not.toBe(before);
});
