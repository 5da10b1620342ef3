/**
 * Any number of runs that look like an agent's work: traces of about ten runs, a month of them, with tags,
 * metadata, threads, tokens, costs and errors. The same seed gives the same runs.
 *
 * For sizes that the recorded sample does not have: speed tests, and pages of very many rows.
 */
import type { JsonObject } from '../contract/run.ts';
import { randomNumbers } from './random-numbers.ts';

export interface GenerateOptions {
  readonly runs: number;
  readonly seed?: number;
  /** Start of the newest trace, epoch milliseconds. */
  readonly newest: number;
  readonly projectId?: string;
  /** Runs of one trace; the root included. */
  readonly traceSize?: number;
}

const DAY = 86_400_000;
const STEPS = [
  { name: 'plan', run_type: 'llm' },
  { name: 'search_docs', run_type: 'retriever' },
  { name: 'get_order', run_type: 'tool' },
  { name: 'refund_policy', run_type: 'tool' },
  { name: 'summarise', run_type: 'llm' },
  { name: 'format_answer', run_type: 'parser' },
] as const;
const TOPICS = ['shipping', 'refund', 'invoice', 'warranty', 'discount', 'delivery', 'password', 'address'];

export function* generateRuns(options: GenerateOptions): Generator<JsonObject> {
  const { runs, seed = 1, newest, projectId = 'generated', traceSize = 10 } = options;
  const random = randomNumbers(seed);
  const traces = Math.max(1, Math.ceil(runs / traceSize));
  for (let trace = 0, made = 0; made < runs; trace++) {
    const size = Math.min(traceSize, runs - made);
    const start = newest - ((traces - 1 - trace) / traces) * 30 * DAY;
    yield* oneTrace({ random, trace, size, start, projectId });
    made += size;
  }
}

interface TraceDraft {
  readonly random: () => number;
  readonly trace: number;
  readonly size: number;
  readonly start: number;
  readonly projectId: string;
}

function* oneTrace({ random, trace, size, start, projectId }: TraceDraft): Generator<JsonObject> {
  const traceId = idOf(trace, 0);
  const rootOrder = orderOf(start, traceId);
  const duration = 500 + random() * 9000;
  const topic = TOPICS[trace % TOPICS.length]!;
  const error = random() < 0.04 ? 'TimeoutError: the model did not answer' : undefined;
  const shared = { trace_id: traceId, session_id: projectId, status: error ? 'error' : 'success' };
  yield {
    ...shared,
    id: traceId,
    name: 'support_agent',
    run_type: 'chain',
    start_time: isoOf(start),
    end_time: isoOf(start + duration),
    dotted_order: rootOrder,
    inputs: { question: `Question ${trace} about my ${topic}, please answer soon` },
    outputs: { answer: `Answer ${trace}: your ${topic} is being looked after` },
    tags: [topic, trace % 2 === 0 ? 'beta' : 'stable'],
    extra: {
      metadata: {
        user_id: `user-${trace % 997}`,
        env: trace % 5 === 0 ? 'staging' : 'production',
        thread_id: `thread-${Math.floor(trace / 4)}`,
      },
    },
    ...(error === undefined ? {} : { error }),
  };
  for (let index = 1; index < size; index++) {
    const step = STEPS[index % STEPS.length]!;
    const id = idOf(trace, index);
    const begin = start + (duration * index) / size;
    const tokens = step.run_type === 'llm' ? Math.round(50 + random() * 900) : 0;
    yield {
      ...shared,
      status: 'success',
      id,
      name: step.name,
      run_type: step.run_type,
      parent_run_id: traceId,
      start_time: isoOf(begin),
      end_time: isoOf(begin + (duration / size) * random()),
      dotted_order: `${rootOrder}.${orderOf(begin, id)}`,
      inputs: { query: `step ${index} of ${topic} number ${trace}` },
      outputs: { result: `result ${Math.floor(random() * 1e6)} of the ${step.name} step` },
      extra: { metadata: { step: index, region: index % 2 === 0 ? 'eu' : 'us' } },
      ...(tokens > 0
        ? {
            prompt_tokens: Math.round(tokens * 0.7),
            completion_tokens: tokens - Math.round(tokens * 0.7),
            total_tokens: tokens,
          }
        : {}),
    };
  }
}

/** A UUID in form; the last group counts, so that ids are distinct by construction. */
function idOf(trace: number, index: number): string {
  const count = (trace * 4096 + index).toString(16).padStart(12, '0').slice(-12);
  return `01a10000-0000-7000-8000-${count}`;
}

function isoOf(time: number): string {
  return new Date(time).toISOString().replace('Z', '000');
}

function orderOf(time: number, id: string): string {
  return `${isoOf(time).replaceAll(/[-:.]/g, '')}Z${id}`;
}
