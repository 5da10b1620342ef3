/**
 * Ten thousand texts, beginnings of right ones and rows of nonsense, through every door that an editor
 * knocks at: nothing throws, nothing hangs, nothing points outside the text, no fix leaves its problem.
 */
import { expect, test } from 'vitest';
import { bracketPairs, matchingBrackets } from './brackets.ts';
import { randomPieces } from './cases/random-text.ts';
import { SEED_FILTERS } from './cases/seed-filters.ts';
import { seededRandom } from './cases/seeded-random.ts';
import { WRONG_FILTERS } from './cases/wrong-filters.ts';
import { check } from './check.ts';
import { completions } from './complete.ts';
import { diagnose } from './diagnose.ts';
import type { Dialect } from './dialect.ts';
import { chipsOf } from './edit/chip.ts';
import { addClause, negateClause, removeClause } from './edit.ts';
import { evaluate } from './evaluate.ts';
import { explain } from './explain.ts';
import { explainScopes } from './explain-scopes.ts';
import { fixesFor } from './fixes.ts';
import { foldingRanges } from './fold.ts';
import { formatText } from './format.ts';
import { hoverAt } from './hover.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';
import { randomWorld } from './cases/random-world.ts';
import { occurrencesAt, renameEdits } from './rename.ts';
import { scopeLint } from './scope-lint.ts';
import { movesAt } from './scope-move.ts';
import { signatureAt } from './signature.ts';
import { applyEdits } from './text-edit.ts';
import { toggleValue } from './toggle-value.ts';
import { valueAskAt } from './value-ask-at.ts';

const SERVER: Dialect = { kind: 'server', generation: 'v2' };
const KNOWN = [...SEED_FILTERS, ...WRONG_FILTERS.map(([, text]) => text)];

const random = seededRandom(4);
const texts = Array.from({ length: 10_000 }, (_, index) => {
  if (index % 2 === 0) return randomPieces(random, 20);
  const text = random.pick(KNOWN);
  return text.slice(0, random.below(text.length + 1));
});
const places = texts.map((text) => [text, random.below(text.length + 1)] as const);

type Range = { readonly from: number; readonly to: number };
const isOutside = (text: string) => (range: Range) =>
  range.from < 0 || range.to < range.from || range.to > text.length;

test('every question about a place has an answer inside the text', () => {
  const wrong = places.filter(([text, offset]) => {
    const value = valueAskAt(text, offset);
    const signature = signatureAt(text, offset);
    const brackets = matchingBrackets(text, offset);
    const ranges: readonly (Range | undefined)[] = [
      completions(text, offset, { now: 0 }),
      hoverAt(text, offset),
      brackets?.open,
      brackets?.close,
      ...(occurrencesAt(text, offset)?.ranges ?? []),
      ...renameEdits(text, offset, 'new "value"'),
      ...diagnose(text, { dialect: SERVER, typingAt: offset }),
    ];
    const isWrongCall = signature && signature.activeParameter >= signature.parameters.length;
    return isWrongCall || value?.prefix === null || ranges.some((range) => range && isOutside(text)(range));
  });
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('every question about a text has an answer', () => {
  const wrong = texts.filter((text) => {
    const chips = chipsOf(text);
    const sentence = explain(parse(text).tree) + explainScopes({ filter: text, treeFilter: text });
    const ranges = [
      ...foldingRanges(text),
      ...bracketPairs(text).flatMap(({ open, close }) => [open, close]),
    ];
    const hints = scopeLint({ filter: text, traceFilter: text, treeFilter: text, view: 'runs' });
    const all = [...ranges, ...hints, ...chips.flatMap((chip) => chip.ranges)];
    const hasErrors = parse(text).problems.some(({ severity }) => severity === 'error');
    return sentence === '' || all.some(isOutside(text)) || (hasErrors && formatText(text) !== text);
  });
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('what a form changes stays a filter, or is refused', () => {
  const wrong = texts.slice(0, 2500).filter((text) => {
    const before = parse(text).problems.length;
    const results = [
      addClause(text, 'has(tags, "x")'),
      removeClause(text, 0),
      negateClause(text, 0),
      toggleValue(text, { kind: 'field', field: 'name' }, 'a'),
    ];
    movesAt({ filter: text }, 'filter', 0);
    return results.some(
      (result) =>
        result.kind === 'edited' && result.text.trim() !== '' && parse(result.text).problems.length > before,
    );
  });
  expect(wrong.slice(0, 3)).toEqual([]);
});

test('every quick fix removes its problem and breaks nothing', () => {
  const wrong: string[] = [];
  let tried = 0;
  for (const [index, text] of texts.entries()) {
    const problems = diagnose(text, { dialect: SERVER });
    for (const problem of problems.slice(0, index < 800 ? 4 : 1)) {
      const count = (found: typeof problems) => found.filter(({ code }) => code === problem.code).length;
      for (const fix of fixesFor(text, problem, { dialect: SERVER })) {
        tried += 1;
        const after = applyEdits(text, fix.edits);
        const parseErrors = parse(after).problems.length - parse(text).problems.length;
        if (count(diagnose(after, { dialect: SERVER })) >= count(problems) || parseErrors > 0) {
          wrong.push(`${problem.code} of ${text} by ${fix.title}`);
        }
      }
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(tried).toBeGreaterThan(500);
});

test('what checks clean can be evaluated, printed and read again', () => {
  const { makeRun, makeFilter } = randomWorld(9);
  const run = makeRun();
  const clean = Array.from({ length: 800 }, () => makeFilter(3)).filter(
    (text) => check(parse(text).tree).length === 0,
  );
  for (const text of clean) {
    const { tree } = parse(text);
    const printed = print(tree!);
    expect(print(parse(printed).tree!)).toBe(printed);
    expect(evaluate(parse(printed).tree!, run)).toBe(evaluate(tree!, run));
  }
  expect(clean.length).toBeGreaterThan(100);
});
