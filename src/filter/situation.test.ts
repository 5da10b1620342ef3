import { expect, test } from 'vitest';
import { situationAt } from './situation.ts';

/** `|` is the offset. The answer is drawn as its kind, its particulars and the text that it covers. */
function drawn(sketch: string): string {
  const offset = sketch.indexOf('|');
  const text = sketch.replace('|', '');
  const situation = situationAt(text, offset);
  const covered = text.slice(situation.range.from, situation.range.to);
  const parts = {
    filter: () => '',
    none: () => '',
    search: () => '',
    next: () =>
      situation.kind === 'next' ? ` after ${situation.after}${situation.isOpen ? '' : ', closed'}` : '',
    field: () => (situation.kind === 'field' ? ` of ${situation.op}` : ''),
    value: () => {
      if (situation.kind !== 'value') return '';
      const { op, field, list, string, key } = situation;
      return ` of ${op} ${field}${list ? ` ${list} list` : ''}${string ? ` in ${string.quote}` : ''}${key ? ` for ${key}` : ''}`;
    },
  };
  return `${situation.kind}${parts[situation.kind]()} <${covered}>`;
}

test.each([
  ['|', 'filter <>'],
  ['e|', 'filter <e>'],
  ['an|d(', 'filter <and>'],
  ['and(|', 'filter <>'],
  ['and(eq(name, "a"), |', 'filter <>'],
  ['and(eq(name, "a"), g|)', 'filter <g>'],
  ['and(eq(name, "a")|', 'next after filter in and, or <>'],
  ['and(eq(name, "a") |', 'next after filter in and, or < >'],
  ['and(eq(name, "a")|)', 'next after filter in and, or, closed <>'],
  ['and(eq(name, "a")|, x)', 'none <>'],
  ['eq(name, "a")|', 'next after whole filter <>'],
  ['eq(name, "a") | x', 'none <>'],
  ['eq(|', 'field of eq <>'],
  ['eq(na|me, "a")', 'field of eq <name>'],
  ['eq(name|', 'field of eq <name>'],
  ['eq(name |', 'next after field < >'],
  ['eq(name | , "a")', 'none <>'],
  ['eq(|, "a")', 'field of eq <>'],
  ['foo(|', 'field of foo <>'],
  ['eq(name,|', 'value of eq name <>'],
  ['eq(run_type, l|)', 'value of eq run_type <l>'],
  ['eq(run_type, "l|")', 'value of eq run_type in " <l>'],
  ["eq(run_type, '|')", "value of eq run_type in ' <>"],
  ['eq(run_type, "l|), x', 'value of eq run_type in " <l>'],
  ['eq(run_type, "llm"|', 'next after last argument <>'],
  ['eq(run_type, "llm"|)', 'none <>'],
  ['search("a"|', 'next after last argument <>'],
  ['eq(run_type, "llm", |', 'none <>'],
  ['in(name, |', 'value of in name before list <>'],
  ['in(name, [|', 'value of in name inside list <>'],
  ['in(name, ["a", "|"])', 'value of in name inside list in " <>'],
  ['in(name, ["a"|', 'next after list item <>'],
  ['in(name, ["a"|])', 'next after list item, closed <>'],
  ['in(name, ["a"], |', 'none <>'],
  ['search(|', 'search <>'],
  ['search("a|")', 'search <a>'],
  ['and(eq(metadata_key, "env"), eq(metadata_value, |', 'value of eq metadata_value for env <>'],
  ['and(eq(feedback_key, "c"), gt(metadata_value, |', 'value of gt metadata_value <>'],
  ['or(and(eq(input_key, "k"), like(input_value, "%|%")))', 'value of like input_value in " for k <%%>'],
  ['and(eq(metadata_value, |), eq(metadata_key, "env"))', 'value of eq metadata_value for env <>'],
  ['eq(metadata.env, |)', 'value of eq metadata.env for env <>'],
  ['[|', 'none <>'],
  ['))(|', 'filter <>'],
  ['"|', 'none <>'],
])('%s', (sketch, expected) => expect(drawn(sketch)).toBe(expected));
