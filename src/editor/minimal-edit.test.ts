import { expect, test } from 'vitest';
import { applyEdits } from '../filter/text-edit.ts';
import { minimalEdit } from './minimal-edit.ts';

test.each([
  ['', 'a', { from: 0, to: 0, text: 'a' }],
  ['eq(nmae)', 'eq(name)', { from: 4, to: 6, text: 'am' }],
  ['aa', 'aaa', { from: 2, to: 2, text: 'a' }],
  ['aaa', 'a', { from: 1, to: 3, text: '' }],
  ['abc', 'xyz', { from: 0, to: 3, text: 'xyz' }],
])('%j becomes %j', (before, after, edit) => {
  expect(minimalEdit(before, after)).toEqual(edit);
  expect(applyEdits(before, [edit])).toBe(after);
});

test('nothing to do is no edit', () => {
  expect(minimalEdit('a', 'a')).toBeUndefined();
});
