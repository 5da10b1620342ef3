/**
 * evaluate() and lower() were written apart; here they answer thousands of made-up questions about
 * made-up runs, over every field and operator, and must never differ.
 */
import { expect, test } from 'vitest';
import { interpretPredicate } from './cases/interpret-predicate.ts';
import { randomWorld } from './cases/random-world.ts';
import { evaluate } from './evaluate.ts';
import { lower } from './lower.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';

const { makeRun, makeFilter } = randomWorld(7);

test('the reference and the lowered predicate agree', () => {
  const runs = Array.from({ length: 40 }, makeRun);
  const disagreements: string[] = [];
  let matches = 0;
  let questions = 0;
  for (let round = 0; round < 1500; round++) {
    const { tree, problems } = parse(makeFilter(3));
    expect(problems).toEqual([]);
    const predicate = lower(tree!);
    for (const run of runs) {
      const answer = evaluate(tree!, run);
      questions += 1;
      if (answer) matches += 1;
      if (interpretPredicate(predicate, run) !== answer) {
        disagreements.push(`${print(tree!)} is ${answer} on ${JSON.stringify(run)}`);
      }
    }
  }
  expect(disagreements.slice(0, 3)).toEqual([]);
  // The questions are worth asking: neither side could pass with a constant answer.
  expect(matches / questions).toBeGreaterThan(0.1);
  expect(matches / questions).toBeLessThan(0.9);
});
