import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { freeName, namesakeOf, type SavedFilter } from './saved-filter.ts';
import { isSameQuery, queryOf, screenWith } from './saved-query.ts';

const here = {
  ...defaultRunsScreen({ kind: 'files' as const }),
  projects: [{ id: 'p' }],
  window: { kind: 'all' as const },
  filter: 'old',
  args: { limit: 3 },
};

test('opening keeps the place and replaces the whole question', () => {
  const query = queryOf({ ...defaultRunsScreen(), filter: 'new', columns: ['name'] });
  expect(screenWith(query, here, { id: 's', name: 'n' })).toEqual({
    ...defaultRunsScreen({ kind: 'files' }),
    projects: [{ id: 'p' }],
    filter: 'new',
    columns: ['name'],
    saved: { id: 's', name: 'n' },
  });
});

test('a change of the question counts, a change of the place does not', () => {
  const saved = queryOf(here);
  const isSame = (change: Partial<typeof here>) => isSameQuery(saved, queryOf({ ...here, ...change }));
  expect(isSame({ projects: [] })).toBe(true);
  expect(isSameQuery(saved, queryOf({ ...here, timeZone: 'UTC' }))).toBe(true);
  expect(isSame({ filter: 'new' })).toBe(false);
  expect(isSame({ args: { limit: 4 } })).toBe(false);
  const { window: _window, ...windowless } = saved;
  expect(isSameQuery(windowless, queryOf(here))).toBe(true);
});

test.each([
  ['a', [], 'a'],
  ['a', ['a'], 'a (2)'],
  ['a (2)', ['a (2)', 'a'], 'a (3)'],
])('the free name for %s', (name, taken, free) => {
  expect(freeName(name, taken)).toBe(free);
});

test('a name is taken whatever its case, but not by its own owner', () => {
  const content = { kind: 'query', query: queryOf(here) } as const;
  const same: SavedFilter = {
    place: 'browser',
    id: 's',
    name: 'Same',
    description: '',
    content,
    remarks: [],
    version: '1',
  };
  expect(namesakeOf(' same ', [same])).toBe(same);
  expect(namesakeOf('Same', [same], 's')).toBeUndefined();
  expect(namesakeOf('Sam', [same])).toBeUndefined();
});
