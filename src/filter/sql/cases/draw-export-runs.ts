/** Made-up traces, both as the reference evaluator sees them and as rows of an export. */
import type { seededRandom } from '../../cases/seeded-random.ts';
import type { EvaluableFeedback, EvaluableRun } from '../../evaluable-run.ts';
import { flatten } from '../../flatten.ts';
import { WORDS } from '../../bar/cases/make-filter.ts';

type Random = ReturnType<typeof seededRandom>;
type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

export interface ExportRun {
  readonly run: EvaluableRun;
  /** As v1 of the API gives it. */
  readonly row: { [key: string]: Json };
}

const START = Date.UTC(2026, 0, 31, 11);
const THREAD_KEYS = ['thread_id', 'session_id', 'conversation_id'];

/** Traces of one root and up to two children; ids are words, so that filters find some. */
export function drawExportRuns(random: Random, traces: number): readonly ExportRun[] {
  return Array.from({ length: traces }, (_, trace) => drawTrace(random, trace)).flat();
}

function drawTrace(random: Random, trace: number): readonly ExportRun[] {
  const rootId = `t${trace}`;
  const root = drawRun(random, rootId, rootId);
  const inherited = threadOf(root.metadata);
  const children = Array.from({ length: random.below(3) }, (_, n) =>
    drawRun(random, `t${trace}-${n}`, rootId),
  );
  return [root, ...children].map((drawn) => finish(drawn, inherited));
}

function drawRun(random: Random, id: string, traceId: string) {
  const { pick, chance, some, below } = random;
  const maybe = <T>(value: T): T | undefined => (chance(0.7) ? value : undefined);
  const scalar = (): Json =>
    pick<Json>([...WORDS, 'Größe ΟΔΟΣ', 'two\nlines', '50', 0, 1, 2.5, -3, true, false, null]);
  const value = (): Json => (chance(0.6) ? scalar() : [scalar(), chance(0.5) ? { k: scalar() } : [scalar()]]);
  const object = (): { [key: string]: Json } => ({
    ...Object.fromEntries(some(['k', 'k2', 'dotted.key'], 3).map((key) => [key, value()])),
    ...(chance(0.5) ? { deep: chance(0.5) ? { k: value() } : [{ k: value() }, 'x'] } : {}),
  });
  const threads = some(THREAD_KEYS, 2).map(
    (key) => [key, pick<Json>(['a', 'b', '3', 7, '', ['a', 'b']])] as const,
  );
  const metadata = { ...object(), ...Object.fromEntries(threads) };
  const startTime = START + below(7200) * 1000 + below(1000);
  const seconds = maybe(pick([0, 1, 2.5]));
  const feedback = [...new Set(some(['k', 'k2', 'thread_id'], 2))].map((key): EvaluableFeedback => ({
    key,
    score: maybe(pick([0, 1, 2.5, -3])),
    value: maybe(pick(WORDS)),
  }));
  const isError = chance(0.3);
  return {
    id,
    traceId,
    metadata,
    startTime,
    endTime: seconds === undefined ? undefined : startTime + seconds * 1000,
    firstTokenSeconds: maybe(pick([0, 1, 2.5])),
    error: isError ? pick(WORDS) : undefined,
    inputs: object(),
    outputs: chance(0.8) ? object() : undefined,
    feedback,
    name: pick([...WORDS, 'ΟΔΟΣ', "it's 100%"]),
    runType: pick(['chain', 'llm', 'tool']),
    tags: [...new Set(some([...WORDS, "it's"], 2))],
    tokens: maybe(pick([0, 1, 300])),
    cost: maybe(pick([0, 1, 2.5])),
    example: maybe('a'),
  };
}

/** The first of the keys that holds a text or a number. */
function threadOf(metadata: { [key: string]: Json }): string | undefined {
  return THREAD_KEYS.flatMap((key) => asThread(metadata[key]))[0];
}

/** What a filter sees: every value of the keys, those in lists too. */
function threadsOf(metadata: { [key: string]: Json }): readonly string[] {
  return flatten(metadata).flatMap(({ path, value }) => (THREAD_KEYS.includes(path) ? asThread(value) : []));
}

function asThread(value: Json | undefined): readonly string[] {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [String(value)] : [];
}

function finish(drawn: ReturnType<typeof drawRun>, inherited: string | undefined): ExportRun {
  const { id, traceId, metadata, startTime, endTime, firstTokenSeconds, error, name, runType, tags } = drawn;
  const isRoot = id === traceId;
  const status = error !== undefined ? 'error' : endTime === undefined ? 'pending' : 'success';
  const iso = (time: number | undefined) => (time === undefined ? null : new Date(time).toISOString());
  const run: EvaluableRun = {
    id,
    traceId,
    parentId: isRoot ? undefined : traceId,
    projectId: 'a',
    referenceExampleId: drawn.example,
    threadIds: [...threadsOf(metadata), ...(inherited === undefined ? [] : [inherited])],
    isRoot,
    name,
    runType,
    status,
    error,
    startTime,
    endTime,
    latencySeconds: endTime === undefined ? undefined : (endTime - startTime) / 1000,
    firstTokenSeconds,
    totalTokens: drawn.tokens,
    promptTokens: drawn.tokens,
    completionTokens: drawn.tokens,
    totalCost: drawn.cost,
    promptCost: drawn.cost,
    completionCost: drawn.cost,
    tags,
    metadata: flatten(metadata),
    inputs: flatten(drawn.inputs),
    outputs: flatten(drawn.outputs ?? {}),
    feedback: drawn.feedback,
  };
  const tokens = drawn.tokens ?? null;
  const cost = drawn.cost ?? null;
  return {
    run,
    row: {
      id,
      trace_id: traceId,
      parent_run_id: run.parentId ?? null,
      parent_run_ids: isRoot ? [] : [traceId],
      session_id: 'a',
      tenant_id: 'tenant',
      reference_example_id: drawn.example ?? null,
      name,
      run_type: runType,
      status,
      error: error ?? null,
      start_time: iso(startTime),
      end_time: iso(endTime),
      first_token_time: iso(
        firstTokenSeconds === undefined ? undefined : startTime + firstTokenSeconds * 1000,
      ),
      dotted_order: isRoot ? id : `${traceId}.${id}`,
      trace_tier: 'shortlived',
      tags,
      inputs: drawn.inputs,
      outputs: drawn.outputs ?? null,
      extra: { metadata },
      events: [],
      feedback_stats: statsOf(drawn.feedback),
      total_tokens: tokens,
      prompt_tokens: tokens,
      completion_tokens: tokens,
      total_cost: cost,
      prompt_cost: cost,
      completion_cost: cost,
    },
  };
}

function statsOf(feedback: readonly EvaluableFeedback[]): Json {
  return Object.fromEntries(
    feedback.map(({ key, score, value }) => [
      key,
      { n: 1, avg: score ?? null, values: typeof value === 'string' ? { [value]: 1 } : {} },
    ]),
  );
}
