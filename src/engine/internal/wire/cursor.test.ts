import { expect, test } from 'vitest';
import { printCursor, readCursor } from './cursor.ts';

test.each([
  { startTime: 1_794_753_577_693.003, id: '01a1910d-b601-7000-8000-011b4abe7d26' },
  { startTime: 0, id: 'chat/3 ü 模型' },
])('a cursor gives back its place: %j', (place) => {
  const cursor = printCursor('desc', place);
  expect(cursor).toMatch(/^[\w-]+$/);
  expect(readCursor(cursor, 'desc')).toEqual(place);
});

test('a cursor of the other order is told apart', () => {
  const cursor = printCursor('asc', { startTime: 1, id: 'a' });
  expect(() => readCursor(cursor, 'desc')).toThrow(/asc order.*desc order/);
});

test.each(['', 'abc', '%%%', btoa('[2,"desc",1,"a"]'), btoa('[1,"desc","1","a"]'), btoa('{}'), btoa('ü')])(
  '%j is malformed',
  (cursor) => {
    expect(() => readCursor(cursor, 'desc')).toThrow(/cursor is malformed/);
  },
);
