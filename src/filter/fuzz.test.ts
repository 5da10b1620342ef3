/** Broken text in every way: nothing throws, nothing hangs, every offset lies in the text. */
import { expect, test } from 'vitest';
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
const PIECES = [
  ...[
    'and',
    'or',
    'not',
    'AND',
    'eq',
    'in',
    'has',
    'search',
    'exists',
    'between',
    'name',
    'tags',
    'metadata',
  ],
  ...['(', ')', '(', ')', '[', ']', ',', ',', ' ', ' ', '\n', ':', '=', '>=', '-', ';', '`', '\\', '&&', '%'],
  ...['"', "'", '“', '”', '"a"', "'b'", '5', '5s', '-1.5', '1e5', '2024-01-01', 'true', 'null', 'None', 'ä'],
  ...['😀', '\ud83d', '\u00a0', '\u0000', 'metadata.k', 'run_type', 'gpt-4', 'eq(name, "a")', '{', '}', '…'],
];

function survives(text: string, offset: number): void {
  const { tree, problems } = parse(text);
  for (const { from, to } of [...problems, ...check(tree), ...check(tree, 'thread')]) {
    if (!(from >= 0 && from <= to && to <= text.length)) expect.fail(`${text}: ${from}..${to}`);
  }
  if (!tree && text.trim() !== '' && problems.length === 0) expect.fail(`${text}: silent`);
  if (tree) {
    lower(tree);
    // A tree without problems is a filter, and prints to one.
    if (problems.length === 0) {
      for (const again of [print(tree), format(tree)]) {
        if (parse(again).problems.length > 0) expect.fail(`${text} -> ${again}`);
      }
    }
  }
  const { from, to } = completions(text, offset, { now: 0 });
  if (!(from <= offset && offset <= to && to <= text.length)) expect.fail(`${text}: complete ${from}..${to}`);
  hoverAt(text, offset);
}

test('every beginning of every known text', () => {
  for (const text of TEXTS) {
    for (let length = 0; length <= text.length; length++) survives(text.slice(0, length), length);
  }
});

test('known texts with a piece removed, doubled or put in', () => {
  const random = seededRandom(1);
  for (let round = 0; round < 4000; round++) {
    const text = random.pick(TEXTS);
    const at = random.below(text.length + 1);
    const end = Math.min(text.length, at + random.below(6));
    const middle = random.pick(['', text.slice(at, end).repeat(2), random.pick(PIECES)]);
    survives(text.slice(0, at) + middle + text.slice(end), at);
  }
});

test('random pieces in a row', () => {
  const random = seededRandom(2);
  for (let round = 0; round < 4000; round++) {
    const text = Array.from({ length: random.below(25) }, () => random.pick(PIECES)).join('');
    survives(text, random.below(text.length + 1));
  }
});
