import { expect, test } from 'vitest';
import { defaultRunsScreen } from '../../url/defaults.ts';
import { contentFacts, differences, queryFacts } from './query-facts.ts';
import { queryOf } from './saved-query.ts';

const query = queryOf({ ...defaultRunsScreen(), filter: 'eq(name, "x")' });

test('only what differs is shown, on both sides', () => {
  const other = queryOf({ ...defaultRunsScreen(), view: 'runs', columns: ['name', 'cost'] });
  expect(differences(queryFacts(query), queryFacts(other))).toEqual([
    { name: 'Filter', stored: 'eq(name, "x")', shown: undefined },
    { name: 'Rows', stored: 'traces', shown: 'runs' },
    { name: 'Columns', stored: undefined, shown: 'name, cost' },
  ]);
  expect(differences(queryFacts(query), queryFacts(query))).toEqual([]);
});

test('what cannot be read is compared as it stands', () => {
  const facts = contentFacts({ kind: 'unreadable', reason: '', texts: [['Run', '{"op":1}']] });
  expect(differences(facts, queryFacts(query))).toContainEqual({
    name: 'Run',
    stored: '{"op":1}',
    shown: undefined,
  });
});

test('a window that is left to the screen is no fact', () => {
  const { window: _window, ...windowless } = query;
  expect(queryFacts(windowless).map(({ name }) => name)).toEqual(['Filter', 'Rows']);
});
