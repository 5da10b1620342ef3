import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { threadOfWord } from './thread-entries.ts';

const base = { ...defaultRunsScreen(), projects: [{ id: 'p', name: 'newsroom' }] };
const labels = (word: string, isOnly: boolean, screen = base) =>
  threadOfWord(word, screen, isOnly, 0).map(({ label }) => label);

test.each<[string, string, boolean, boolean]>([
  ['a name that looks like an id', ' newsroom-13-OIUXO7 ', false, true],
  ['a word that nothing fits', 'yesterday', true, true],
  ['a word that something fits', 'yesterday', false, false],
  ['several words', 'room 13 again', true, false],
  ['a filter', 'eq(name,"x13")', true, false],
  ['the search bar', 'status:error', true, false],
  ['a key', 'lsv2_pt_0123456789abcdef0123456789abcdef_0123456789', true, false],
  ['nothing', '', true, false],
])('%s', (_, word, isOnly, isOffered) => {
  expect(labels(word, isOnly)).toEqual(isOffered ? [`Open the thread ${word.trim()}`] : []);
});

test('threads belong to one project', () => {
  expect(labels('yesterday', true, { ...base, projects: [] })).toEqual([]);
  expect(threadOfWord('a/b', base, true, 0)[0]?.target).toBe('#/1/threads/a%2Fb?project=p~newsroom');
});
