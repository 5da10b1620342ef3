/** Made-up runs for property tests of translations; `flat` ones have no lists and one feedback per key. */
import { buildRun } from '../../cases/build-run.ts';
import type { seededRandom } from '../../cases/seeded-random.ts';
import type { EvaluableRun } from '../../evaluable-run.ts';
import { NUMBERS, TIMES, WORDS } from './make-filter.ts';

type Random = ReturnType<typeof seededRandom>;

export function makeRun(random: Random, flat: boolean): EvaluableRun {
  const { pick, chance, some } = random;
  const maybe = <T>(value: T): T | undefined => (chance(0.7) ? value : undefined);
  const scalar = () => pick([...WORDS, ...NUMBERS, true, false, ...(flat ? [] : [null])]);
  const value = () => (flat || chance(0.5) ? scalar() : [scalar(), scalar()]);
  const items = () => ({
    ...Object.fromEntries(some(['k', 'k2', 'thread_id'], 3).map((key) => [key, value()])),
    ...(chance(0.5) ? { deep: { k: value() } } : {}),
  });
  const status = pick(['success', 'error', 'pending', 'interrupted']);
  const isRoot = chance(0.5);
  const feedbackKeys = some(['k', 'k2', 'thread_id'], 3);
  return buildRun({
    id: pick(WORDS).toLowerCase(),
    traceId: pick(WORDS).toLowerCase(),
    parentId: isRoot ? undefined : pick(['a', 'b']),
    referenceExampleId: maybe('a'),
    threadIds: some(WORDS, 2),
    isRoot,
    name: pick(WORDS),
    runType: pick(['chain', 'llm']),
    status,
    error: status === 'error' ? pick(WORDS) : undefined,
    startTime: Date.parse(pick(TIMES)),
    endTime: maybe(Date.parse(pick(TIMES))),
    latencySeconds: maybe(pick(NUMBERS)),
    firstTokenSeconds: maybe(pick(NUMBERS)),
    totalTokens: maybe(pick(NUMBERS)),
    promptTokens: maybe(pick(NUMBERS)),
    completionTokens: maybe(pick(NUMBERS)),
    totalCost: maybe(pick(NUMBERS)),
    promptCost: maybe(pick(NUMBERS)),
    completionCost: maybe(pick(NUMBERS)),
    tags: some(WORDS, 2),
    metadata: items(),
    inputs: items(),
    outputs: items(),
    feedback: (flat ? [...new Set(feedbackKeys)] : feedbackKeys).map((key) => ({
      key,
      score: maybe(pick(NUMBERS)),
      value: maybe(pick([...WORDS, 3, true])),
      comment: maybe(pick(WORDS)),
      source: maybe(pick(['api', 'a'])),
      error: maybe(chance(0.5)),
    })),
  });
}
