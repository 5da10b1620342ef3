import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { printLink } from '../../url/link.ts';
import { withPinnedWindow } from '../../url/share-choices.ts';
import type { Screen } from '../../url/screens.ts';
import { colleagueWords, holdsKey } from './colleague-words.ts';

const SITE = 'https://runlens.example/app/';
const server = defaultRunsScreen({ kind: 'server', url: 'https://h.example' });
const NOW = Date.UTC(2026, 10, 21);

test.each<[string, Screen, string, RegExp[], RegExp[]]>([
  ['a server', server, SITE, [/connection of their own to https:\/\/h\.example/, /newer runs/], [/machine/]],
  ['pinned', withPinnedWindow(server, NOW), SITE, [/no key/], [/newer runs/]],
  ['files', defaultRunsScreen({ kind: 'files' }), SITE, [/does not carry them/], []],
  ['this machine', server, 'http://127.0.0.1:5174/', [/127\.0\.0\.1:5174 is this machine/], []],
  ['the pinned sample', withPinnedWindow(defaultRunsScreen(), NOW), SITE, [/have moved/], [/newer runs/]],
  ['no data', { kind: 'connections' }, SITE, [/^$/], [/./]],
])('%s', (_, screen, site, said, unsaid) => {
  const words = colleagueWords(screen, site).join('\n');
  for (const pattern of said) expect(words).toMatch(pattern);
  for (const pattern of unsaid) expect(words).not.toMatch(pattern);
});

test('a key that somebody typed into a filter is noticed', () => {
  const link = (filter: string) => printLink({ ...defaultRunsScreen(), filter });
  expect(holdsKey(link('search("lsv2_pt_0123456789abcdef")'))).toBe(true);
  expect(holdsKey(link('search("refund")'))).toBe(false);
  expect(holdsKey('#/1/runs?filter=%E0%A4')).toBe(false);
});
