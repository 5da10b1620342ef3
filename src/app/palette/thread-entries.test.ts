import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { threadOfWord } from './thread-entries.ts';

const ID = '0190a3c2-1111-7222-8333-444455556666';
const base = { ...defaultRunsScreen(), projects: [{ id: 'p', name: 'newsroom' }] };
const labels = (word: string, isOnly: boolean, screen = base) =>
  threadOfWord(word, screen, isOnly, 0).map(({ label }) => label);

test.each<[string, string, boolean, boolean]>([
  ['a name that looks like an id', ' newsroom-13-OIUXO7 ', false, true],
  ['a name with a dot and a slash', 'room.13/a', false, true],
  ['a page of LangSmith', `https://smith.langchain.com/o/${ID}/settings`, true, false],
  ['a page without a scheme', `smith.langchain.com/o/${ID}/dashboards`, true, false],
  ['another site', 'https://google.com/', true, false],
  ['another site without a scheme', 'www.example.com/r2d2c3', true, false],
  ['an address of the API', `https://ls.example/api/v1/runs/${ID}`, true, false],
  ['JSON', `{"run_id":"${ID}"}`, true, false],
  ['an id without dashes', ID.replaceAll('-', ''), true, false],
  ['a word that something fits', 'yesterday', false, false],
  ['several words', 'room 13 again', true, false],
  ['a filter', 'eq(name,"x13")', true, false],
  ['the search bar', 'status:error', true, false],
  ['a key', 'lsv2_pt_0123456789abcdef0123456789abcdef_0123456789', true, false],
  ['nothing', '', true, false],
])('%s', (_, word, isOnly, isOffered) => {
  expect(labels(word, isOnly)).toEqual(isOffered ? [`Open the thread ${word.trim()}`] : []);
});

test('a plain word is offered only when nothing else fits, as a guess', () => {
  expect(labels('latency', true)).toEqual(['Look for a thread named “latency”']);
  expect(labels('latency', false)).toEqual([]);
});

test('threads belong to one project', () => {
  expect(labels('yesterday', true, { ...base, projects: [] })).toEqual([]);
  expect(threadOfWord('a/b', base, true, 0)[0]?.target).toBe('#/1/threads/a%2Fb?project=p~newsroom');
});
