/**
 * evaluate() and lower() were written apart; here they answer thousands of made-up questions about
 * made-up runs, over every field and operator, and must never differ.
 */
import { expect, test } from 'vitest';
import type { Comparator } from './ast.ts';
import { buildRun } from './cases/build-run.ts';
import { interpretPredicate } from './cases/interpret-predicate.ts';
import { seededRandom } from './cases/seeded-random.ts';
import { evaluate } from './evaluate.ts';
import type { EvaluableRun } from './evaluable-run.ts';
import { fieldsOf } from './fields.ts';
import { lower } from './lower.ts';
import { parse } from './parse.ts';
import { print } from './print.ts';

const random = seededRandom(7);
const { pick, chance, some, below } = random;

const WORDS = ['a', 'b', 'ab', 'A b'];
const VALUES = [...WORDS, 0, 1, 2.5, true, false, null];
const KEYS = ['k', 'k2', 'deep.k', 'thread_id'];
const TIMES = [
  '2026-01-31',
  '2026-01-31T12:00:00Z',
  '2026-01-31T12:00:00.000001Z',
  '2026-02-01T00:00:00+02:00',
];
const PATTERNS = ['a', '%', 'a%', '%b', '%a%b%', 'A B'];
/** Also values that the field refuses: those must match nothing on both sides. */
const LITERALS = [
  '"a"',
  '"b"',
  '"A"',
  '"1s"',
  '"nope"',
  '0',
  '1',
  '2.5',
  'true',
  'false',
  'null',
  '["a", 1]',
  '["a", "k"]',
  '[]',
];
const STATUSES = ['success', 'error', 'pending', 'interrupted'];

const someItems = () =>
  Object.fromEntries(
    some(KEYS.slice(0, 2), 3).map((key) => [key, pick([pick(VALUES), [pick(VALUES), pick(VALUES)]])]),
  );
const maybe = <T>(value: T): T | undefined => (chance(0.7) ? value : undefined);

function makeRun(): EvaluableRun {
  const status = pick(STATUSES);
  const isRoot = chance(0.5);
  return buildRun({
    id: pick(WORDS).toLowerCase(),
    traceId: pick(WORDS).toLowerCase(),
    parentId: isRoot ? undefined : 'b',
    projectId: pick(WORDS).toLowerCase(),
    referenceExampleId: maybe('a'),
    threadIds: some(WORDS, 2),
    isRoot,
    name: pick(WORDS),
    runType: pick(['chain', 'llm', 'a']),
    status,
    error: status === 'error' ? pick(WORDS) : undefined,
    startTime: Date.parse(pick(TIMES)),
    endTime: maybe(Date.parse(pick(TIMES))),
    latencySeconds: maybe(pick([0, 1, 2.5])),
    firstTokenSeconds: maybe(1),
    totalTokens: maybe(pick([0, 1, 2.5])),
    promptTokens: maybe(1),
    completionTokens: maybe(1),
    totalCost: maybe(2.5),
    promptCost: maybe(1),
    completionCost: maybe(1),
    tags: some(WORDS, 2),
    metadata: { ...someItems(), ...(chance(0.5) ? { deep: someItems() } : {}) },
    inputs: someItems(),
    outputs: someItems(),
    feedback: some(['k', 'k2'], 3).map((key) => ({
      key,
      score: maybe(pick([0, 1, 2.5])),
      value: maybe(pick(['a', 1, true])),
      comment: maybe(pick(WORDS)),
      source: maybe(pick(['api', 'a'])),
      error: maybe(chance(0.5)),
    })),
  });
}

const FIELD_NAMES = [...fieldsOf('run').map((field) => field.name), 'metadata.k', 'extra.metadata.deep.k'];
const PAIRS = fieldsOf('run')
  .filter((field) => field.pair)
  .map((field) => field.name);
const OPERATORS: readonly Comparator[] = [
  'eq',
  'neq',
  'gt',
  'gte',
  'lt',
  'lte',
  'in',
  'has',
  'like',
  'notlike',
  'exists',
];

function makeComparison(): string {
  const name = pick(chance(0.5) ? PAIRS : FIELD_NAMES);
  const legal = fieldsOf('run').find((field) => field.name === name)?.operators ?? OPERATORS;
  const op = pick(chance(0.95) ? legal : OPERATORS);
  return `${op}(${name}, ${makeLiteral(name, op)})`;
}

function makeLiteral(name: string, op: Comparator): string {
  if (chance(0.05)) return pick(LITERALS);
  if (name === 'metadata')
    return op === 'has' ? JSON.stringify(JSON.stringify(someItems())) : JSON.stringify(pick(KEYS));
  if (op === 'in') return JSON.stringify(some(name.endsWith('key') ? KEYS : WORDS, 3));
  if (op === 'like' || op === 'notlike') return JSON.stringify(pick(PATTERNS));
  if (name.endsWith('key')) return JSON.stringify(pick(KEYS));
  if (name.endsWith('_time') && name !== 'first_token_time') return JSON.stringify(pick(TIMES));
  if (name === 'status') return JSON.stringify(pick(STATUSES));
  return pick(LITERALS);
}

function makeFilter(depth: number): string {
  const kind = depth === 0 ? 0 : random.below(10);
  if (kind < 4) return makeComparison();
  if (kind === 4) return `search("${pick(WORDS)}")`;
  if (kind === 5) return `not(${makeFilter(depth - 1)})`;
  const args = Array.from({ length: 1 + below(4) }, () => makeFilter(depth - 1));
  return `${kind < 8 ? 'and' : 'or'}(${args.join(', ')})`;
}

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
