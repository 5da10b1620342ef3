import { expect, test } from 'vitest';
import { KEPT, readRecent, recentOf, withAsked, type RecentFilter } from './recent-filters.ts';

const asked = (filter: string, at = 1, projectIds = ['p']): RecentFilter => ({
  projectIds,
  view: 'runs',
  filter,
  traceFilter: '',
  treeFilter: '',
  at,
});

test('the same question moves to the top instead of standing twice', () => {
  const recent = withAsked(withAsked(withAsked([], asked('a', 1)), asked('b', 2)), asked('a', 3));
  expect(recent.map(({ filter, at }) => [filter, at])).toEqual([
    ['a', 3],
    ['b', 2],
  ]);
});

test('only so many are kept, the latest ones', () => {
  let recent: readonly RecentFilter[] = [];
  for (let i = 0; i < KEPT + 5; i++) recent = withAsked(recent, asked(`f${i}`, i));
  expect(recent).toHaveLength(KEPT);
  expect(recent[0]?.filter).toBe(`f${KEPT + 4}`);
});

test('a project lists its own', () => {
  const recent = [asked('a', 1, ['p', 'q']), asked('b', 2, ['r'])];
  expect(recentOf(recent, ['q']).map(({ filter }) => filter)).toEqual(['a']);
});

test.each([
  [undefined, 0],
  [{ recent: 'x' }, 0],
  [{ recent: [null, { filter: 1 }, asked('a')] }, 1],
])('what storage holds in %o is read one by one', (stored, count) => {
  expect(readRecent(stored)).toHaveLength(count);
});
