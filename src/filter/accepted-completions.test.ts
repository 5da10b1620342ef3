/** Whatever is chosen, wherever: what stands up to the cursor is right, or the beginning of something right. */
import { expect, test } from 'vitest';
import { SEED_FILTERS } from './cases/seed-filters.ts';
import { closersFor } from './call-path.ts';
import { completions } from './complete.ts';
import type { CompletionItem } from './completion-item.ts';
import { FIELDS } from './fields.ts';
import { OPERATORS } from './operators.ts';
import { parse } from './parse.ts';
import { scan } from './scan.ts';
import { applyEdits } from './text-edit.ts';

const known = () => ['it\'s "so"', 7, true];

/** Of an unfinished text only its end may be missing. */
const UNFINISHED = new Set([
  'unclosed-parenthesis',
  'unclosed-quote',
  'unclosed-bracket',
  'missing-argument',
  'trailing-comma',
]);

function complaint(text: string, from: number, to: number, item: CompletionItem): readonly string[] {
  // Up to the first stop of the Tab key, or the whole text that is put in.
  const inserted = item.isSnippet
    ? item.insertText.replace(/\$\{\d+:([^}]*)\}/g, '$1').split(/\$\d+/)[0]!
    : item.insertText;
  const before = (item.also ?? []).filter((edit) => edit.to <= from);
  // A function's name is put in front of a parenthesis that is there already.
  const opening =
    item.kind === 'function' && !item.isSnippet ? (/^\s*\(/.exec(text.slice(to))?.[0] ?? '') : '';
  const prefix = applyEdits(text.slice(0, from), before) + inserted + opening;
  const errors = errorsIn(prefix);
  const closed = prefix + (scan(prefix).at(-1)?.isOpen ? '' : closersFor(scan(prefix)));
  const found = [...errors, ...errorsIn(closed)];
  return found.map((code) => `${code}: ${item.label} at ${from}-${to} of ${text} gives ${prefix}`);
}

/** Doubts are about servers, and hold after the right choice too. */
function errorsIn(text: string): readonly string[] {
  return parse(text)
    .problems.filter(({ severity, code }) => severity === 'error' && !UNFINISHED.has(code))
    .map(({ code }) => code);
}

function complaintsAbout(text: string): readonly string[] {
  const seen = new Set<string>();
  return Array.from({ length: text.length + 1 }, (_, offset) => {
    const { from, to, items } = completions(text, offset, { known, now: 0 });
    return items.flatMap((item) => {
      const id = `${from} ${to} ${item.insertText}`;
      if (seen.has(id)) return [];
      seen.add(id);
      return complaint(text, from, to, item);
    });
  }).flat();
}

const EXAMPLES = [...FIELDS, ...OPERATORS].map(({ example }) => example);
const TEXTS = [...new Set([...SEED_FILTERS, ...EXAMPLES])].filter((text) => text.length < 120);

test('every completion at every offset of known filters', () => {
  expect(TEXTS.flatMap(complaintsAbout).slice(0, 5)).toEqual([]);
});

test('every completion at every offset of unfinished filters', () => {
  const texts = [
    'and(',
    'and(eq(name',
    'in(name, ["a", ',
    'eq(metadata_key, "',
    "like(name, '",
    'or(search("a"), ',
  ];
  expect(texts.flatMap(complaintsAbout).slice(0, 5)).toEqual([]);
});
