import { expect, test } from 'vitest';
import { problemPlace } from './problem-place.ts';

test.each([
  ['eq(name)', 0, 'column 1'],
  ['eq(name)', 7, 'column 8'],
  ['and(\n  eq(name)\n)', 7, 'line 2, column 3'],
  ['and(\n', 5, 'line 2, column 1'],
])('%j at %i is %s', (text, offset, place) => {
  expect(problemPlace(text, offset)).toBe(place);
});
