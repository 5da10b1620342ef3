import { expect, test } from 'vitest';
import { occurrencesAt, renameEdits } from './rename.ts';
import { applyEdits } from './text-edit.ts';

const renamed = (sketch: string, value: string) => {
  const text = sketch.replace('|', '');
  return applyEdits(text, renameEdits(text, sketch.indexOf('|'), value));
};

test.each([
  [
    'or(eq(name, "|a"), neq(name, \'a\'), eq(name, "b"))',
    'x',
    'or(eq(name, "x"), neq(name, \'x\'), eq(name, "b"))',
  ],
  ['or(eq(name, "a|"), in(name, ["b", "a"]))', 'x', 'or(eq(name, "x"), in(name, ["b", "x"]))'],
  [
    'and(eq(metadata_key, "e|nv"), eq(metadata_value, "env"), neq(metadata_key, "env"), exists(metadata, "env"))',
    'stage',
    'and(eq(metadata_key, "stage"), eq(metadata_value, "env"), neq(metadata_key, "stage"), exists(metadata, "stage"))',
  ],
  [
    'or(eq(name, "|a"), eq(name, \'a\'))',
    'it\'s "x"',
    'or(eq(name, "it\'s \\"x\\""), eq(name, \'it\\\'s "x"\'))',
  ],
  ['search("a|")', 'b', 'search("b")'],
])('%s to %s', (sketch, value, expected) => expect(renamed(sketch, value)).toBe(expected));

test.each(['e|q(name, "a")', 'gt(latency, |5)', 'eq(name, "a|', 'eq(name, “|a”)', '|'])(
  'nothing at %s',
  (sketch) => {
    expect(occurrencesAt(sketch.replace('|', ''), sketch.indexOf('|'))).toBeUndefined();
  },
);
