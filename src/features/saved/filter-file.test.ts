import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { readFilterFile, writeFilterFile } from './filter-file.ts';
import type { SavedFilter } from './saved-filter.ts';
import { queryOf, type SavedQuery } from './saved-query.ts';

const saved = (name: string, query: SavedQuery): SavedFilter => ({
  place: 'team',
  id: name,
  name,
  description: `about ${name}`,
  content: { kind: 'query', query },
  remarks: [],
  version: '1',
});

const whole = queryOf({ ...defaultRunsScreen(), filter: 'eq(name, "ü")', columns: ['name'] });
const { window: _window, ...windowless } = whole;

test('a file brings back what went into it', () => {
  const unreadable: SavedFilter = {
    ...saved('odd', whole),
    content: { kind: 'unreadable', reason: 'r', texts: [] },
  };
  const file = writeFilterFile([saved('a', whole), saved('b', windowless), unreadable], 0);
  expect(file.leftOut).toEqual(['odd']);
  expect(readFilterFile(file.text)).toEqual({
    kind: 'ok',
    problems: [],
    filters: [
      { draft: { name: 'a', description: 'about a', query: whole }, remarks: [] },
      { draft: { name: 'b', description: 'about b', query: windowless }, remarks: [] },
    ],
  });
});

const file = (change: object) =>
  JSON.stringify({ format: 'runlens-saved-filters', version: 1, filters: [], ...change });

test.each([
  ['a cut file', writeFilterFile([saved('a', whole)], 0).text.slice(0, -30), /not a JSON file/],
  ['something else', '{"runs":[]}', /does not hold saved filters/],
  ['no object', '[1]', /does not hold saved filters/],
  ['a newer file', file({ version: 2 }), /newer Runlens \(version 2/],
  ['no version', file({ version: undefined }), /which version/],
  ['no list', file({ filters: {} }), /“filters” is missing/],
  ['an empty list', file({}), /holds no saved filters/],
  ['nothing readable', file({ filters: [{ name: 'x' }] }), /“x” has no link/],
])('%s is refused with the reason', (_, text, reason) => {
  const read = readFilterFile(text);
  expect(read).toMatchObject({ kind: 'refused', reason: expect.stringMatching(reason) });
});

test('a bad entry falls alone, by its place in the list', () => {
  const read = readFilterFile(
    file({
      filters: [
        { name: 'good', link: '#/1/runs' },
        { name: 'newer', link: '#/9/runs' },
        'text',
        { name: 'other', link: '#/1/connections' },
      ],
    }),
  );
  expect(read).toMatchObject({
    kind: 'ok',
    filters: [{ draft: { name: 'good', description: '' } }],
    problems: [
      expect.stringMatching(/^Entry 2 .*“newer”.*newer Runlens/),
      expect.stringMatching(/^Entry 3 .*not an object/),
      expect.stringMatching(/^Entry 4 .*list of runs/),
    ],
  });
});
