import { describe, expect, test } from 'vitest';
import { randomWorld } from './cases/random-world.ts';
import { evaluate } from './evaluate.ts';
import { negate } from './negate.ts';
import { diagnose } from './diagnose.ts';
import { parse } from './parse.ts';

const opposite = (text: string) => {
  const negation = negate(parse(text).tree!);
  return negation.kind === 'negated' ? negation.text : negation.reason;
};

describe('the opposite', () => {
  test.each([
    ['eq(name, "a")', 'neq(name, "a")'],
    ['notlike(name, "a%")', 'like(name, "a%")'],
    ['in(name, ["a", "b"])', 'and(neq(name, "a"), neq(name, "b"))'],
    ['in(metadata_key, ["a", "b"])', 'and(and(neq(metadata_key, "a")), and(neq(metadata_key, "b")))'],
    ['gt(start_time, "2026-01-31")', 'lte(start_time, "2026-01-31")'],
    ['exists(metadata, "k")', 'neq(metadata_key, "k")'],
    ['neq(metadata_key, "k")', 'eq(metadata_key, "k")'],
    ['or(eq(metadata_key, "a"), eq(name, "b"))', 'and(and(neq(metadata_key, "a")), neq(name, "b"))'],
    ['and(eq(name, "a"), neq(status, "error"))', 'or(neq(name, "a"), eq(status, "error"))'],
    [
      'and(eq(metadata_key, "k"), eq(metadata_value, 1))',
      'or(neq(metadata_key, "k"), and(eq(metadata_key, "k"), neq(metadata_value, 1)))',
    ],
    ['not(eq(name, "a"))', 'eq(name, "a")'],
  ])('of %s is %s', (text, expected) => {
    expect(opposite(text)).toBe(expected);
    expect(diagnose(expected)).toEqual([]);
  });

  test.each([
    ['has(tags, "a")', 'absence of a tag'],
    ['gt(latency, 5)', 'would match neither'],
    ['search("a")', 'words are missing'],
    ['and(eq(feedback_key, "c"), gt(feedback_score, 1))', 'without this feedback'],
    ['and(eq(name, "a"), gt(total_cost, 1))', 'would match neither'],
    ['and(eq(name', 'not understood'],
  ])('of %s cannot be said: %s', (text, reason) => expect(opposite(text)).toContain(reason));
});

test('is true exactly where the filter is not', () => {
  const { makeRun, makeComparison, makeFilter, random } = randomWorld(11);
  const runs = Array.from({ length: 25 }, makeRun);
  let compared = 0;
  const wrong: string[] = [];
  for (let round = 0; round < 1500; round++) {
    const text = random.chance(0.6) ? makeComparison() : makeFilter(2);
    const { tree, problems } = parse(text);
    // What is wrong matches nothing, and neither does its opposite.
    if (!tree || problems.length > 0 || diagnose(text).some(({ severity }) => severity === 'error')) continue;
    const negation = negate(tree);
    if (negation.kind === 'refused' || negation.note !== undefined) continue;
    const other = parse(negation.text).tree!;
    compared += 1;
    if (runs.some((run) => evaluate(tree, run) === evaluate(other, run))) {
      wrong.push(`${text} and ${negation.text}`);
    }
  }
  expect(wrong.slice(0, 3)).toEqual([]);
  expect(compared).toBeGreaterThan(200);
});
