import { describe, expect, test } from 'vitest';
import { KEPT, readRecent, recentOf, withAsked, type RecentFilter } from './recent-filters.ts';

const asked = (filter: string, at = 1, projectIds = ['p']): RecentFilter => ({
  projectIds,
  view: 'runs',
  filter,
  traceFilter: '',
  treeFilter: '',
  at,
});

/** No two of them say the same, nor more than another. */
const filterOf = (i: number) => `eq(name, "f${i}")`;

test('the same question moves to the top instead of standing twice', () => {
  const recent = withAsked(
    withAsked(withAsked([], asked(filterOf(1), 1)), asked(filterOf(2), 2)),
    asked(filterOf(1), 3),
  );
  expect(recent.map(({ filter, at }) => [filter, at])).toEqual([
    [filterOf(1), 3],
    [filterOf(2), 2],
  ]);
});

test('of each project only so many are kept, the latest ones', () => {
  let recent: readonly RecentFilter[] = [asked('of both', 0, ['p', 'q'])];
  for (let i = 0; i < KEPT + 5; i++) recent = withAsked(recent, asked(filterOf(i), i));
  recent = withAsked(recent, asked('quiet', KEPT + 5, ['r']));
  for (let i = 0; i < KEPT + 5; i++) recent = withAsked(recent, asked(filterOf(i), 100 + i));
  expect(recentOf(recent, ['p'])).toHaveLength(KEPT + 1);
  expect(recent[0]?.filter).toBe(filterOf(KEPT + 4));
  expect(recentOf(recent, ['r']).map(({ filter }) => filter)).toEqual(['quiet']);
  expect(recentOf(recent, ['q']).map(({ filter }) => filter)).toEqual(['of both']);
});

test('all projects together have an end too', () => {
  let recent: readonly RecentFilter[] = [];
  for (let i = 0; i < 600; i++) recent = withAsked(recent, asked(filterOf(i), i, [`p${i}`]));
  expect(recent).toHaveLength(500);
});

describe('what was only passed through is not kept', () => {
  const ERROR = 'eq(status, "error")';
  test.each([
    ['a clause more', ERROR, `and(${ERROR}, eq(name, "a"))`, 5, 1],
    ['a value more', 'eq(name, "a")', 'in(name, ["a", "b"])', 5, 1],
    ['another value', 'eq(name, "a")', 'eq(name, "b")', 5, 2],
    ['a clause less', `and(${ERROR}, eq(name, "a"))`, ERROR, 5, 2],
    ['after a long look', ERROR, `and(${ERROR}, eq(name, "a"))`, 60, 2],
  ])('%s', (_what, before, next, seconds, count) => {
    const recent = withAsked([asked(before, 1000)], asked(next, 1000 + seconds * 1000));
    expect(recent).toHaveLength(count);
    expect(recent[0]?.filter).toBe(next);
  });

  test('but only of the same projects and the same rows', () => {
    const [first, next] = [asked(ERROR, 0), asked(`and(${ERROR}, eq(name, "a"))`, 1)];
    expect(withAsked([{ ...first, projectIds: ['q'] }], next)).toHaveLength(2);
    expect(withAsked([{ ...first, view: 'traces' }], next)).toHaveLength(2);
  });
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
