/** Eleven thousand runs that the official SDK sent, against the numbers their recorder counted. */
import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../../contract/run.ts';
import { parse } from '../../../filter/parse.ts';
import { createStore } from './create-store.ts';
import { readTime } from './read-time.ts';
import type { RunWrite, Store, StoredFeedback, StoredRun } from './types.ts';

const folder = new URL('../../../../../shared/data/', import.meta.url);
const isThere = existsSync(new URL('runs.jsonl.gz', folder));
if (!isThere) {
  // oxlint-disable-next-line no-console -- a person must see that this part did not run
  console.log(`The recorded runs are not at ${folder.pathname}: their part of the tests is skipped.`);
}

/** The recorder rounded to three digits. */
const isClose = (a: number | null, b: unknown) =>
  a === null || typeof b !== 'number' ? a === b : Math.abs(a - b) < 0.001;
const idOf = (line: JsonObject) => line.id as string;
const lines = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JsonObject);
const read = (name: string) => readFileSync(new URL(name, folder));

const SAME_FIELDS = [
  'name',
  'run_type',
  'status',
  'trace_id',
  'parent_run_id',
  'parent_run_ids',
  'dotted_order',
  'session_id',
  'error',
  'inputs',
  'outputs',
  'extra',
  'events',
  'serialized',
  'tags',
  'thread_id',
  'reference_example_id',
  'reference_dataset_id',
  'in_dataset',
  'trace_tier',
] as const;
const TIMES = ['start_time', 'end_time', 'first_token_time'] as const;
const SUMS = [
  'total_tokens',
  'prompt_tokens',
  'completion_tokens',
  'total_cost',
  'prompt_cost',
  'completion_cost',
] as const;

interface Summary extends Readonly<Record<string, unknown>> {
  readonly by_type: Readonly<Record<string, number>>;
  readonly by_status: Readonly<Record<string, number>>;
  readonly feedback_keys: Readonly<Record<string, number>>;
  readonly threads: number;
  readonly feedback: number;
  readonly with_first_token: number;
  readonly with_cost: number;
}

function feedbackOf(line: JsonObject): StoredFeedback {
  const time = (key: string) => readTime(line[key]) ?? null;
  return {
    ...(line as unknown as StoredFeedback),
    start_time: time('start_time'),
    created_at: time('created_at')!,
    modified_at: time('modified_at')!,
  };
}

// Seventy megabytes, on machines that may be busy.
describe.skipIf(!isThere)('recorded runs', { timeout: 60_000 }, () => {
  const runs = isThere ? lines(gunzipSync(read('runs.jsonl.gz')).toString()) : [];
  const summary = isThere ? (JSON.parse(read('summary.json').toString()) as Summary) : ({} as Summary);
  const projects = isThere ? (JSON.parse(read('projects.json').toString()) as JsonObject[]) : [];
  const store: Store = createStore();
  for (const run of runs) store.write('create', run as RunWrite);
  for (const line of isThere ? lines(read('feedback.jsonl').toString()) : [])
    store.putFeedback(feedbackOf(line));

  const count = (filter: string) => store.find({ filter: parse(filter).tree }, { order: 'desc' }).rows.length;
  const stored = (id: string): StoredRun => store.run(store.rowOf(id)!);

  test('as many as were counted', () => {
    const all = store.find({}, { order: 'desc' }).rows.map((row) => store.run(row, new Set()));
    expect(store.size).toBe(summary.runs);
    expect(new Set(all.map((run) => run.trace_id)).size).toBe(summary.traces);
    expect(new Set(all.flatMap((run) => run.thread_id ?? [])).size).toBe(summary.threads);
    expect(store.threads({})).toHaveLength(summary.threads);
    expect(new Set(all.map((run) => run.session_id)).size).toBe(summary.projects);
    expect(all.filter((run) => run.first_token_time !== null)).toHaveLength(summary.with_first_token);
    expect(all.filter((run) => run.subtree.total_cost !== null)).toHaveLength(summary.with_cost);
    expect(store.listFeedback({})).toHaveLength(summary.feedback);
    expect(count('eq(is_root, true)')).toBe(summary.traces);
  });

  test('filters count the types, statuses and feedback keys', () => {
    for (const [type, n] of Object.entries(summary.by_type)) expect(count(`eq(run_type, "${type}")`)).toBe(n);
    for (const [status, n] of Object.entries(summary.by_status))
      expect(count(`eq(status, "${status}")`)).toBe(n);
    for (const [key, n] of Object.entries(summary.feedback_keys)) {
      expect(store.listFeedback({ keys: [key] })).toHaveLength(n);
    }
  });

  test('every field comes back as it was', () => {
    const different = runs.flatMap((run) => {
      const back = stored(idOf(run));
      // As text, which is a hundred times quicker than a deep comparison of 73 MB.
      const fields = SAME_FIELDS.filter(
        (field) => JSON.stringify(back[field]) !== JSON.stringify(run[field]),
      );
      const sums = SUMS.filter((field) => back.subtree[field] !== run[field]);
      const times = TIMES.filter((field) => back[field] !== (readTime(run[field]) ?? null));
      return [...fields, ...sums, ...times].map((field) => `${field} of ${idOf(run)}`);
    });
    expect(different).toEqual([]);
  });

  test('own parts add up to the sums', () => {
    const totals = new Map<string, number>();
    for (const row of store.find({}, { order: 'desc' }).rows) {
      const { trace_id, own } = store.run(row, new Set());
      totals.set(trace_id, (totals.get(trace_id) ?? 0) + own.total_tokens);
    }
    for (const [trace, total] of totals) expect(stored(trace).subtree.total_tokens).toBe(total);
  });

  test('sums are the same when nobody gives them', () => {
    const bare = createStore();
    const fields = ['id', 'name', 'run_type', 'trace_id', 'parent_run_id', 'start_time', 'outputs', 'extra'];
    for (const run of runs.toReversed()) {
      const kept = Object.entries(run).filter(([field]) => fields.includes(field));
      bare.write('create', Object.fromEntries(kept) as RunWrite);
    }
    for (const run of runs) {
      const { subtree } = bare.run(bare.rowOf(idOf(run))!, new Set());
      expect(subtree.total_tokens, idOf(run)).toBe(run.total_tokens);
      expect(subtree.completion_tokens).toBe(run.completion_tokens);
    }
  });

  test('statistics of every project', () => {
    for (const project of projects) {
      const roots = store.find({ projectIds: [idOf(project)], isRoot: true }, { order: 'desc' }).rows;
      const stats = store.stats(roots);
      expect(stats).toMatchObject({ run_count: project.run_count, total_tokens: project.total_tokens });
      const close = [
        'latency_p50',
        'latency_p99',
        'first_token_p50',
        'first_token_p99',
        'error_rate',
        'streaming_rate',
      ] as const;
      for (const field of close) {
        expect(isClose(stats[field], project[field]), field).toBe(true);
      }
      expect(stats.total_cost ?? 0).toBeCloseTo(Number(project.total_cost), 8);
    }
  });

  test('statistics of feedback', () => {
    for (const run of runs.filter(({ feedback_stats }) => feedback_stats !== null)) {
      const back = stored(idOf(run)).feedback_stats;
      for (const [key, stat] of Object.entries(run.feedback_stats as Record<string, JsonObject>)) {
        expect(back[key]).toMatchObject({
          min: stat.min,
          max: stat.max,
          values: stat.values,
          comments: stat.comments,
        });
        expect(isClose(back[key]!.avg, stat.avg), key).toBe(true);
      }
    }
  });

  test('the deepest and the widest trace', () => {
    const sizes = runs.filter((run) => run.parent_run_id === null).map((run) => store.traceRows(idOf(run)));
    expect(Math.max(...sizes.map((rows) => rows.length))).toBe(summary.largest_trace);
    for (const rows of sizes) {
      const orders = rows.map((row) => store.run(row, new Set()).dotted_order);
      expect(orders).toEqual(orders.toSorted());
    }
    expect(Math.max(...runs.map(({ parent_run_ids }) => (parent_run_ids as string[]).length)) + 1).toBe(
      summary.deepest,
    );
  });
});
