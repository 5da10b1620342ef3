import { describe, expect, test } from 'vitest';
import { askable, draftsOf, followed, isAnyChanged, isChanged } from './filter-drafts.ts';

const none = { filter: '', traceFilter: '', treeFilter: '' };
const error = { ...none, filter: 'eq(status, "error")' };

describe('a committed text from elsewhere', () => {
  test('replaces the draft of its scope, and of no other', () => {
    const writing = { ...draftsOf(none), texts: { filter: 'eq(na', traceFilter: 'x', treeFilter: '' } };
    expect(followed(writing, error)).toEqual({ base: error, texts: { ...error, traceFilter: 'x' } });
  });

  test('that is the same changes nothing', () => {
    const drafts = draftsOf(error);
    expect(followed(drafts, { ...error })).toBe(drafts);
  });
});

test('blanks around a text are no change', () => {
  const drafts = { base: error, texts: { ...error, filter: ` ${error.filter}\n` } };
  expect(isChanged(drafts, 'filter')).toBe(false);
  expect(isAnyChanged(drafts)).toBe(false);
  expect(isAnyChanged({ base: error, texts: none })).toBe(true);
});

test.each([
  [none, none],
  [
    { ...error, treeFilter: ' eq(name, "a") ' },
    { ...error, treeFilter: 'eq(name, "a")' },
  ],
  [{ ...error, treeFilter: 'eq(nmae, "a")' }, undefined],
])('%j is asked as %j', (texts, expected) => {
  expect(askable(texts)).toEqual(expected);
});
