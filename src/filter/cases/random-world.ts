/** Made-up runs and made-up questions about them, over every field and operator. */
import type { Comparator } from '../ast.ts';
import type { EvaluableRun } from '../evaluable-run.ts';
import { fieldsOf } from '../fields.ts';
import { buildRun } from './build-run.ts';
import { seededRandom } from './seeded-random.ts';

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

/** The same runs and filters in every run of a test. */
export function randomWorld(seed: number) {
  const random = seededRandom(seed);
  const { pick, chance, some, below } = random;

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

  return { random, makeRun, makeComparison, makeFilter };
}
