/** Broken text in every way: nothing throws, nothing hangs, every offset lies in the text. */
import { expect, test } from 'vitest';
import { PIECES, randomPieces } from './cases/random-text.ts';
import { SEED_FILTERS } from './cases/seed-filters.ts';
import { WRONG_FILTERS } from './cases/wrong-filters.ts';
import { seededRandom } from './cases/seeded-random.ts';
import { check } from './check.ts';
import { completions } from './complete.ts';
import { format } from './format.ts';
import { hoverAt } from './hover.ts';
import { lower } from './lower.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';

const TEXTS = [...SEED_FILTERS, ...WRONG_FILTERS.map(([, text]) => text)];

/** What goes wrong with a text; empty when all is well. */
function complaints(text: string, offset: number): readonly string[] {
  const { tree, problems } = parse(text);
  const all = [...problems, ...check(tree), ...check(tree, 'thread')];
  const { from, to } = completions(text, offset, { now: 0 });
  hoverAt(text, offset);
  if (tree) lower(tree);
  // A tree without problems is a filter, and prints to one.
  const written = tree && problems.length === 0 ? [print(tree), format(tree)] : [];
  const found: readonly (readonly [boolean, string])[] = [
    [all.some((each) => !(each.from >= 0 && each.from <= each.to && each.to <= text.length)), 'bad range'],
    [!tree && problems.length === 0, 'silent'],
    [written.some((each) => parse(each).problems.length > 0), 'prints to something broken'],
    [!(from <= offset && offset <= to && to <= text.length), 'completes elsewhere'],
  ];
  return found
    .filter(([isWrong]) => isWrong)
    .map(([, what]) => `${what}: ${JSON.stringify(text)} at ${offset}`);
}

test('every beginning of every known text', () => {
  const found = TEXTS.flatMap((text) =>
    Array.from({ length: text.length + 1 }, (_, length) => complaints(text.slice(0, length), length)).flat(),
  );
  expect(found).toEqual([]);
});

test('known texts with a piece removed, doubled or put in', () => {
  const random = seededRandom(1);
  const found = Array.from({ length: 4000 }, () => {
    const text = random.pick(TEXTS);
    const at = random.below(text.length + 1);
    const end = Math.min(text.length, at + random.below(6));
    const middle = random.pick(['', text.slice(at, end).repeat(2), random.pick(PIECES)]);
    return complaints(text.slice(0, at) + middle + text.slice(end), at);
  });
  expect(found.flat()).toEqual([]);
});

test('random pieces in a row', () => {
  const random = seededRandom(2);
  const found = Array.from({ length: 4000 }, () => {
    const text = randomPieces(random, 25);
    return complaints(text, random.below(text.length + 1));
  });
  expect(found.flat()).toEqual([]);
});
