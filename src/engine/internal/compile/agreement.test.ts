/**
 * The columns against the reference evaluator: random runs, random filters over the whole field table,
 * all three scopes. The reference reads the drawn runs themselves, never the store.
 */
import { expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../../../contract/run.ts';
import type { Comparator, Expression } from '../../../filter/ast.ts';
import { check } from '../../../filter/check.ts';
import type { EvaluableRun } from '../../../filter/evaluable-run.ts';
import { evaluate } from '../../../filter/evaluate.ts';
import type { Field } from '../../../filter/field.ts';
import { fieldsOf } from '../../../filter/fields.ts';
import { flatten } from '../../../filter/flatten.ts';
import { parse } from '../../../filter/parse.ts';
import { randomNumbers } from '../../../testing/random-numbers.ts';
import { createStore } from '../store/create-store.ts';
import type { RunWrite, StoredFeedback, StoreQuery } from '../store/types.ts';

const EPOCH = Date.UTC(2026, 9, 5, 9);
const random = randomNumbers(20261005);
const whole = (below: number) => Math.floor(random() * below);
const pick = <T>(list: readonly T[]): T => list[whole(list.length)]!;
const maybe = <T>(value: T, chance = 0.5): T | undefined => (random() < chance ? value : undefined);

const NAMES = ['agent', 'Agent', 'search_docs', 'ChatOpenAI', 'a%b', 'ΟΔΟΣ', '名前'];
const WORDS = [
  'refund',
  'Paris',
  'ship 12',
  'ÄRGER',
  'x',
  '',
  'two\nlines',
  'quote " here',
  '\\',
  '1',
  'true',
];
const SCALARS: readonly JsonValue[] = [...WORDS, 1, 0, -2.5, 300, true, false, null];
const KEYS = ['env', 'user_id', 'thread_id', 'session_id', 'conversation_id', 'a.b'];
const TAGS = ['prod', 'Prod', 'beta', 'x y'];
const RUN_TYPES = ['chain', 'llm', 'tool'];
const FEEDBACK_KEYS = ['correctness', 'tone'];

const projectIds = [1, 2].map((n) => `00000000-0000-4000-8000-00000000000${n}`);
const exampleIds = ['e0000000-0000-4000-8000-000000000001', 'e0000000-0000-4000-8000-000000000002'];
const runId = (n: number) => `a0000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

interface DrawnUsage {
  readonly input_tokens: number;
  readonly output_tokens: number;
  readonly total_cost: number;
}

interface Drawn {
  readonly write: RunWrite;
  readonly run: EvaluableRun;
  readonly usage: DrawnUsage | undefined;
  readonly metadata: JsonObject;
}

function drawObject(): JsonObject {
  const keys = Array.from({ length: whole(4) }, () => pick(['question', 'text', 'n', 'messages']));
  const value = () =>
    random() < 0.7 ? pick(SCALARS) : { role: pick(WORDS), list: [pick(SCALARS), pick(SCALARS)] };
  return Object.fromEntries(keys.map((key) => [key, value()]));
}

function drawMetadata(): JsonObject {
  const entries = Array.from(
    { length: whole(4) },
    () => [pick(KEYS), pick([...SCALARS, ['x', 'refund']])] as const,
  );
  return Object.fromEntries(entries);
}

const THREAD_KEYS = ['thread_id', 'session_id', 'conversation_id'];

/** What filters see: every value of the keys, those inside a list too. */
function threadsOf(metadata: JsonObject): string[] {
  return flatten(metadata).flatMap(({ path, value }) => (THREAD_KEYS.includes(path) ? asThread(value) : []));
}

/** What children inherit: the first of the keys that holds a text or a number. */
function ownThread(metadata: JsonObject): string[] {
  return THREAD_KEYS.flatMap((key) => asThread(metadata[key])).slice(0, 1);
}

function asThread(value: unknown): string[] {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? [String(value)] : [];
}

/** Traces of up to six runs; the root of every eighth one never arrives. */
function drawTrace(first: number): Drawn[] {
  const size = 1 + whole(6);
  const missing = whole(8) === 0 ? 1 : 0;
  const parents = Array.from({ length: size }, (_, n) => (n === 0 ? -1 : whole(n)));
  const drafts = parents.map((parent, n) => drawRun(first, n, parent));
  const rootThread = missing === 1 ? [] : ownThread(drafts[0]!.metadata);
  return drafts.slice(missing).map(({ write, run, usage, metadata }) => {
    const below = subtree(parents, run.id, first).map((n) => drafts[n]!);
    const sum = (key: 'input_tokens' | 'output_tokens') =>
      below.reduce((total, each) => total + (each.usage?.[key] ?? 0), 0);
    const costs = below.flatMap((each) => each.usage?.total_cost ?? []);
    const firstTokens = below.flatMap((each) => (each.write.first_token_time as number | undefined) ?? []);
    const earliest = firstTokens.length > 0 ? Math.min(...firstTokens) : undefined;
    return {
      write,
      usage,
      metadata,
      run: {
        ...run,
        threadIds: [...run.threadIds, ...rootThread],
        promptTokens: sum('input_tokens'),
        completionTokens: sum('output_tokens'),
        totalTokens: sum('input_tokens') + sum('output_tokens'),
        totalCost: costs.length > 0 ? Math.round(costs.reduce((a, b) => a + b) * 1e10) / 1e10 : undefined,
        firstTokenSeconds: earliest === undefined ? undefined : (earliest - run.startTime) / 1000,
      },
    };
  });
}

function subtree(parents: readonly number[], id: string, first: number): number[] {
  const top = parents.findIndex((_, n) => runId(first + n) === id);
  return parents.flatMap((_, n) => {
    for (let at = n; at >= 0; at = parents[at]!) if (at === top) return [n];
    return [];
  });
}

function drawRun(first: number, n: number, parent: number): Drawn {
  const id = runId(first + n);
  const start = EPOCH + whole(50) * 1000;
  const end = maybe(start + pick([0, 500, 1500, 5000, 90_000]), 0.9);
  const error = maybe(pick(['Timeout: refund', 'ValueError']), 0.2);
  const usage = maybe(
    { input_tokens: whole(300), output_tokens: whole(9), total_cost: whole(9) / 1000 },
    0.3,
  );
  const metadata = { ...drawMetadata(), ...(usage ? { usage_metadata: usage } : {}) };
  const inputs = drawObject();
  const outputs = maybe(drawObject(), 0.8);
  const example = maybe(pick(exampleIds), 0.2);
  const tags = TAGS.filter(() => random() < 0.2);
  const [name, runType, projectId] = [pick(NAMES), pick(RUN_TYPES), projectIds[Math.floor(first / 60) % 2]!];
  const parentId = parent < 0 ? undefined : runId(first + parent);
  const write: RunWrite = {
    id,
    session_id: projectId,
    trace_id: runId(first),
    parent_run_id: parentId ?? null,
    name,
    run_type: runType,
    start_time: start,
    end_time: end,
    error,
    tags,
    inputs,
    outputs,
    extra: { metadata },
    reference_example_id: example,
    first_token_time: maybe(start + 250, 0.2),
  };
  const run: EvaluableRun = {
    id,
    traceId: runId(first),
    parentId,
    projectId,
    referenceExampleId: example,
    threadIds: threadsOf(metadata),
    isRoot: parent < 0,
    name,
    runType,
    status: error ? 'error' : end === undefined ? 'pending' : 'success',
    error,
    startTime: start,
    endTime: end,
    latencySeconds: end === undefined ? undefined : (end - start) / 1000,
    tags,
    metadata: flatten(metadata),
    inputs: flatten(inputs),
    outputs: flatten(outputs ?? {}),
    feedback: [],
  };
  return { write, run, usage, metadata };
}

function drawFeedback(runs: readonly EvaluableRun[], n: number): StoredFeedback {
  return {
    id: `f${n}`,
    key: pick(FEEDBACK_KEYS),
    score: pick([0, 1, 0.5, true, false, null]),
    value: pick(['pass', 'fail', null, 3]),
    comment: pick(['refund was wrong', null]),
    correction: null,
    run_id: pick(runs).id,
    trace_id: null,
    session_id: null,
    start_time: null,
    is_root: false,
    feedback_source: { type: pick(['api', 'app']) },
    feedback_group_id: null,
    comparative_experiment_id: null,
    feedback_thread_id: null,
    extra: pick([null, { error: true }]),
    created_at: EPOCH,
    modified_at: EPOCH,
  };
}

function evaluableFeedback({ key, score, value, comment, feedback_source, extra }: StoredFeedback) {
  return {
    key,
    score: typeof score === 'boolean' ? Number(score) : (score ?? undefined),
    value: (value as string | number | null) ?? undefined,
    comment: comment ?? undefined,
    source: feedback_source!.type as string,
    error: extra !== null,
  };
}

/** Filters as text, so that parsing is part of what agrees. */
function drawFilter(depth: number): string {
  const kind = random();
  if (depth > 0 && kind < 0.45) {
    const args = Array.from({ length: 1 + whole(3) }, () => drawFilter(depth - 1));
    return `${pick(['and', 'and', 'or'])}(${args.join(', ')})`;
  }
  if (depth > 0 && kind < 0.5) return `not(${drawFilter(depth - 1)})`;
  if (kind < 0.55) return `search(${JSON.stringify(pick([...WORDS, 'ref par', 'timeout', 'prod']))})`;
  if (kind < 0.6) return drawDotted();
  return drawComparison(pick(fieldsOf('run')));
}

function drawComparison(field: Field): string {
  const op = pick(field.operators);
  return `${op}(${field.name}, ${op === 'in' ? drawList(field) : drawValue(field, op)})`;
}

function drawDotted(): string {
  const path = pick(['metadata.env', 'extra.metadata.a.b', 'metadata.usage_metadata.input_tokens']);
  return `${pick(['eq', 'neq', 'gt', 'lte', 'has'])}(${path}, ${JSON.stringify(pick(SCALARS.filter((each) => typeof each !== 'boolean')))})`;
}

function drawList(field: Field): string {
  return `[${Array.from({ length: 1 + whole(3) }, () => drawValue(field, 'in')).join(', ')}]`;
}

function drawValue(field: Field, op: Comparator): string {
  const text = JSON.stringify;
  const isOrder = ['gt', 'gte', 'lt', 'lte'].includes(op);
  if (field.nullable && (op === 'eq' || op === 'neq') && random() < 0.15) return 'null';
  if (op === 'like' || op === 'notlike') {
    const word = pick([...WORDS, ...NAMES, 'fund', 'pro', 'ar', 'tone', 'conv']);
    return text(pick([word, `%${word}%`, `${word}%`, `%${word.slice(0, 2)}%${word.slice(2)}`]));
  }
  switch (field.type) {
    case 'uuid':
      return text(pick([pick(projectIds), pick(exampleIds), runId(whole(80))]));
    case 'enum':
      return text(pick(field.values!));
    case 'number':
      return String(pick([0, 1, 0.5, 100, 300, 0.004]));
    case 'boolean':
      return String(random() < 0.5);
    case 'time':
      return text(new Date(EPOCH + whole(60) * 1000).toISOString());
    case 'duration':
      return pick(['0.5', '1.5', '"5s"', '90', '0.25', '0']);
    case 'json':
      return text(op === 'exists' ? pick(KEYS) : text(drawMetadata()));
    case 'error':
      return pick(['null', 'true', 'false', '"ValueError"']);
    case 'scalar':
      return text(pick(SCALARS.filter((each) => each !== null && !(isOrder && typeof each === 'boolean'))));
    default:
      return text(pick(wordsFor(field)));
  }
}

function wordsFor(field: Field): readonly string[] {
  if (field.name === 'name') return NAMES;
  if (field.name === 'tags') return TAGS;
  if (field.pair?.group === 'feedback') return [...FEEDBACK_KEYS, 'api', 'app', 'pass'];
  return field.pair ? [...KEYS, 'question', 'messages.role', 'n'] : WORDS;
}

const drawn = Array.from({ length: 60 }, (_, trace) => drawTrace(trace * 6)).flat();
const records = Array.from({ length: 90 }, (_, n) =>
  drawFeedback(
    drawn.map(({ run }) => run),
    n,
  ),
);
const runs = drawn
  .map(({ run }) => ({
    ...run,
    feedback: records.filter(({ run_id }) => run_id === run.id).map(evaluableFeedback),
  }))
  .toSorted((a, b) => a.startTime - b.startTime || (a.id < b.id ? -1 : 1));
const byTrace = new Map<string, EvaluableRun[]>();
for (const run of runs) byTrace.set(run.traceId, [...(byTrace.get(run.traceId) ?? []), run]);

const store = createStore();
for (const { write } of drawn) store.write('create', write);
for (const record of records) store.putFeedback(record);

interface Judged {
  readonly text: string;
  readonly tree: Expression;
  /** Ids of the runs for which the reference says yes. */
  readonly ids: ReadonlySet<string>;
}

function judge(text: string): Judged {
  const { tree, problems } = parse(text);
  if (!tree || problems.length > 0) throw new Error(`drew a filter that does not parse: ${text}`);
  return { text, tree, ids: new Set(runs.filter((run) => evaluate(tree, run)).map(({ id }) => id)) };
}

function expected(filter?: Judged, ofRoot?: Judged, ofAny?: Judged): string[] {
  return runs
    .filter(({ id, traceId }) => {
      if (filter && !filter.ids.has(id)) return false;
      const trace = byTrace.get(traceId)!;
      if (ofRoot && !trace.some((run) => run.isRoot && ofRoot.ids.has(run.id))) return false;
      return !ofAny || trace.some((run) => ofAny.ids.has(run.id));
    })
    .map(({ id }) => id);
}

/** Read to the end in pages, as the routes do. */
function found(query: StoreQuery, order: 'asc' | 'desc', limit: number): string[] {
  const ids: string[] = [];
  for (let after; ;) {
    const page = store.find(query, { order, limit, after });
    ids.push(...page.rows.map((row) => store.keysetOf(row).id));
    if (!page.hasMore) return order === 'asc' ? ids : ids.toReversed();
    after = store.keysetOf(page.rows.at(-1)!);
  }
}

const judged = Array.from({ length: 2000 }, () => judge(drawFilter(2)));

test('the drawn filters are worth asking', () => {
  const clean = judged.filter(({ tree }) => check(tree).every(({ severity }) => severity !== 'error'));
  const telling = judged.filter(({ ids }) => ids.size > 0 && ids.size < runs.length);
  expect(clean.length).toBeGreaterThan(1500);
  expect(telling.length).toBeGreaterThan(700);
});

test('columns and reference agree on every drawn filter', () => {
  for (const filter of judged) {
    const ids = found({ filter: filter.tree }, pick(['asc', 'desc']), pick([7, 100, 1000]));
    expect(ids, filter.text).toEqual(expected(filter));
  }
});

test('filter, trace filter and tree filter agree in every combination', () => {
  for (let n = 0; n < 3000; n++) {
    const [filter, ofRoot, ofAny] = [maybe(pick(judged)), maybe(pick(judged)), maybe(pick(judged))];
    const query = { filter: filter?.tree, traceFilter: ofRoot?.tree, treeFilter: ofAny?.tree };
    const asked = [filter, ofRoot, ofAny].map((each) => each?.text).join('\n');
    expect(found(query, 'desc', 1000), asked).toEqual(expected(filter, ofRoot, ofAny));
  }
});
