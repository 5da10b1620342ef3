import { expect, test } from 'vitest';
import { type Member, membersOf, openPaths, openSummaryOf, summaryOf } from './json-shape.ts';

const drawn = (members: readonly Member[]) =>
  members.map((member) => (member.kind === 'entry' ? member.path : `${member.from}…${member.to}`));

test('small containers show every member', () => {
  expect(drawn(membersOf({ a: 1, b: [] }, ''))).toEqual(['/a', '/b']);
  expect(drawn(membersOf(['x', 'y'], '/list'))).toEqual(['/list/0', '/list/1']);
});

test('the members beyond a hundred fold into ranges that open to entries', () => {
  const list = Array.from({ length: 250 }, (_, i) => i);
  const members = membersOf(list, '');
  expect(drawn(members).slice(99)).toEqual(['/99', '100…200', '200…250']);
  expect(drawn(membersOf(list, '', { from: 200, to: 250 }))).toHaveLength(50);
});

test.each([10_000, 123_456, 1_500_000])('%i members never make more than 200 rows at once', (length) => {
  const list = Array.from({ length }, (_, i) => i);
  let seen = 0;
  const visit = (members: readonly Member[]) => {
    expect(members.length).toBeLessThanOrEqual(200);
    for (const member of members) {
      if (member.kind === 'entry') seen++;
      else visit(membersOf(list, '', member));
    }
  };
  visit(membersOf(list, ''));
  expect(seen).toBe(length);
});

test('opening goes level by level and stops at the budget', () => {
  const value = { wide: Array.from({ length: 90 }, () => ({ x: 1 })), small: { y: { z: 1 } } };
  expect([...openPaths(value, 1, 1000).open]).toEqual(['']);
  const { open, isCut } = openPaths(value, 9, 100);
  expect(isCut).toBe(true);
  expect(open.has('/small')).toBe(true);
  expect(open.size).toBeLessThan(15);
  expect(openPaths('text', 3, 10)).toEqual({ open: new Set(), isCut: false });
});

test('a key named like a prototype member is only a key', () => {
  const value: unknown = JSON.parse('{"__proto__": {"x": 1}, "constructor": 2}');
  expect(membersOf(value as object, '')).toMatchObject([{ value: { x: 1 } }, { value: 2 }]);
});

test.each([
  [[], '[]'],
  [{}, '{}'],
  [[1, 2], '[2]'],
  [{ role: 1, content: 2 }, '{role, content}'],
  [{ a: 1, b: 2, c: 3, d: 4, e: 5 }, '{a, b, c, d, … 5}'],
  [{ ['k'.repeat(200)]: 1 }, '{1}'],
])('%j says %s when closed', (value, expected) => {
  expect(summaryOf(value)).toBe(expected);
});

test.each([
  [[1, 2], '[2]'],
  [{ role: 1, content: 2 }, '{2}'],
])('%j says %s when open, which nothing empty says', (value, expected) => {
  expect(openSummaryOf(value)).toBe(expected);
});
