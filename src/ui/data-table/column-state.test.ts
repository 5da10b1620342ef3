import { describe, expect, test } from 'vitest';
import {
  hideColumn,
  moveColumn,
  pinColumn,
  showColumn,
  shownColumns,
  stepColumn,
  unpinColumn,
  type ColumnState,
  type DataColumn,
  widthOf,
  withoutWidth,
  withWidth,
} from './column-state.ts';

const state = (order: string, widths: Record<string, number> = {}): ColumnState => ({
  order: order.split(' '),
  widths,
  pinned: [],
});
const column = (id: string, more: Partial<DataColumn> = {}): DataColumn => ({
  id,
  title: id,
  group: 'g',
  width: 100,
  ...more,
});
const order = (value: ColumnState) => value.order.join(' ');

describe('order', () => {
  test.each([
    ['to the front', 'c', 'a', 'c a b'],
    ['to the end', 'a', undefined, 'b c a'],
    ['before its own right neighbour', 'a', 'b', 'a b c'],
    ['before itself', 'b', 'b', 'a b c'],
    ['an unknown column', 'x', 'a', 'a b c'],
    ['before an unknown column', 'a', 'x', 'b c a'],
  ])('%s', (_name, id, before, expected) => {
    expect(order(moveColumn(state('a b c'), id, before))).toBe(expected);
  });

  test.each([
    ['b', -1, 'b a c'],
    ['b', 1, 'a c b'],
    ['a', -1, 'a b c'],
    ['c', 1, 'a b c'],
    ['x', 1, 'a b c'],
  ] as const)('step %s by %i', (id, step, expected) => {
    expect(order(stepColumn(state('a b c'), id, step))).toBe(expected);
  });
});

test('showing twice adds once, and hiding keeps the last column', () => {
  expect(order(showColumn(showColumn(state('a'), 'b'), 'b'))).toBe('a b');
  expect(order(hideColumn(state('a b'), 'a'))).toBe('b');
  expect(order(hideColumn(state('b'), 'b'))).toBe('b');
});

test('columns that no longer exist are skipped, in the order of the state', () => {
  expect(shownColumns([column('a'), column('b')], ['b', 'gone', 'a']).map((c) => c.id)).toEqual(['b', 'a']);
});

describe('width', () => {
  test.each([
    ['default', column('a'), {}, 100],
    ['chosen', column('a'), { a: 140 }, 140],
    ['below the least', column('a', { minWidth: 80 }), { a: 10 }, 80],
    ['above the most', column('a', { maxWidth: 200 }), { a: 999 }, 200],
    ['a fraction of a pixel', column('a'), { a: 120.4 }, 120],
  ])('%s', (_name, definition, widths, expected) => {
    expect(widthOf(definition, state('a', widths))).toBe(expected);
  });

  test('reset goes back to the default and leaves the others', () => {
    const changed = withWidth(state('a b', { b: 70 }), column('a'), 300);
    expect(changed.widths).toEqual({ a: 300, b: 70 });
    expect(withoutWidth(changed, 'a').widths).toEqual({ b: 70 });
  });
});

describe('pins', () => {
  const four: ColumnState = { order: ['a', 'b', 'c', 'd'], widths: {}, pinned: ['a'] };
  const words = (value: ColumnState) => [value.order.join(''), value.pinned.join('')];

  test('a column that is pinned stands behind those that are', () => {
    const two = pinColumn(four, 'd');
    expect(words(two)).toEqual(['adbc', 'ad']);
    expect(pinColumn(two, 'd')).toBe(two);
    expect(words(pinColumn(two, 'c'))).toEqual(['adcb', 'adc']);
    expect(words(pinColumn({ ...four, pinned: [] }, 'c'))).toEqual(['cabd', 'c']);
    expect(pinColumn(four, 'x')).toBe(four);
  });

  test('a pin follows its column, wherever that is moved', () => {
    expect(words(stepColumn(four, 'a', 1))).toEqual(['bacd', 'a']);
    expect(words(moveColumn(four, 'a', undefined))).toEqual(['bcda', 'a']);
    expect(words(moveColumn(four, 'd', 'a'))).toEqual(['dabc', 'a']);
  });

  test('an unpinned column stands behind those that are pinned still', () => {
    const two = pinColumn(four, 'd');
    expect(words(unpinColumn(two, 'a'))).toEqual(['dabc', 'd']);
    expect(words(unpinColumn(four, 'a'))).toEqual(['abcd', '']);
    expect(words(unpinColumn(stepColumn(four, 'a', 1), 'a'))).toEqual(['bacd', '']);
    expect(unpinColumn(two, 'c')).toBe(two);
  });

  test('a pinned column that is hidden and shown again is pinned again, and pins no other meanwhile', () => {
    const hidden = hideColumn(four, 'a');
    expect(words(hidden)).toEqual(['bcd', 'a']);
    expect(words(showColumn(hidden, 'a'))).toEqual(['bcda', 'a']);
    expect(words(pinColumn(hidden, 'd'))).toEqual(['dbc', 'ad']);
  });
});
