import { expect, test } from 'vitest';
import { flatten } from './flatten.ts';

const pairs = (value: unknown) => flatten(value).map(({ path, value: leaf }) => [path, leaf]);

test.each([
  [
    { a: 1, b: 'x', c: true },
    [
      ['a', 1],
      ['b', 'x'],
      ['c', true],
    ],
  ],
  [{ a: { b: { c: 1 } } }, [['a.b.c', 1]]],
  [
    { a: [1, [2, { b: 3 }]] },
    [
      ['a', 1],
      ['a', 2],
      ['a.b', 3],
    ],
  ],
  [{ a: null }, [['a', undefined]]],
  [{ a: {}, b: [], c: undefined }, []],
  [{ 'a.b': 1 }, [['a.b', 1]]],
  [
    [{ a: 1 }, { a: 2 }],
    [
      ['a', 1],
      ['a', 2],
    ],
  ],
  ['bare', [['', 'bare']]],
  [null, []],
  [undefined, []],
])('%j', (value, expected) => expect(pairs(value)).toEqual(expected));

test('the documented path of a tool call', () => {
  const outputs = {
    generations: [[{ message: { kwargs: { tool_calls: [{ name: 'Search' }, { name: 'Plan' }] } } }]],
  };
  expect(pairs(outputs)).toEqual([
    ['generations.message.kwargs.tool_calls.name', 'Search'],
    ['generations.message.kwargs.tool_calls.name', 'Plan'],
  ]);
});

test('depth and width have no limit', () => {
  let deep: unknown = 1;
  for (let depth = 0; depth < 20_000; depth++) deep = [deep];
  expect(pairs(deep)).toEqual([['', 1]]);
  expect(flatten({ a: Array.from({ length: 200_000 }, () => 1) })).toHaveLength(200_000);
});
