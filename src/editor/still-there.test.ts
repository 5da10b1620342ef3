import { expect, test } from 'vitest';
import { diagnose } from '../filter/diagnose.ts';
import { stillThere } from './still-there.ts';

const codes = (before: string, after: string) =>
  stillThere(diagnose(before), diagnose(after)).map(({ code, from }) => `${code} ${from}`);

test.each([
  ['a fault put right goes', 'eq(nmae, "a")', 'eq(name, "a")', []],
  ['one that stays moves along', 'eq(nmae, "a")', 'and(eq(nmae, "a"))', ['unknown-field 7']],
  ['a new one waits', 'eq(name, "a")', 'eq(nmae, "a")', []],
  [
    'of two alike one may go',
    'and(eq(nmae, "a"), eq(nmae, "b"))',
    'and(eq(name, "a"), eq(nmae, "b"))',
    ['unknown-field 22'],
  ],
])('%s', (_what, before, after, expected) => {
  expect(codes(before, after)).toEqual(expected);
});
