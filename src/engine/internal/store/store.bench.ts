/**
 * Speed of the store at a size: `node --expose-gc --import tsx src/engine/internal/store/store.bench.ts [runs]`.
 * Times are medians of repeated runs in milliseconds; the first one, which fills caches, stands beside.
 */
import { parse } from '../../../filter/parse.ts';
import { generateRuns } from '../../../testing/generate-runs.ts';
import { createStore } from './create-store.ts';
import type { RunWrite, StoreQuery } from './types.ts';

/** This folder is compiled for workers, which have no `process`. */
interface NodeHost {
  readonly process: {
    readonly argv: readonly string[];
    readonly stdout: { write(text: string): void };
    memoryUsage(): { heapUsed: number; arrayBuffers: number; rss: number };
  };
  /** With --expose-gc. */
  readonly gc?: () => void;
}
const { process, gc } = globalThis as unknown as NodeHost;

const runs = Number(process.argv[2] ?? 100_000);
const say = (line: string) => process.stdout.write(`${line}\n`);
const filter = (text: string) => parse(text).tree!;
const megabytes = (bytes: number) => Math.round(bytes / 1e6);

function measure(name: string, work: () => unknown, repeats = 7): void {
  const times = Array.from({ length: repeats }, () => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  });
  const first = times[0]!;
  const median = times.toSorted((a, b) => a - b)[Math.floor(repeats / 2)]!;
  say(`${name.padEnd(52)} ${median.toFixed(2).padStart(9)} ${first.toFixed(2).padStart(9)}`);
}

const store = createStore();
let writing = 0;
for (const run of generateRuns({ runs, newest: Date.UTC(2026, 10, 20) })) {
  // Through JSON, so that no text is shared with the generator.
  const parsed = JSON.parse(JSON.stringify(run)) as RunWrite;
  const begin = performance.now();
  store.write('create', parsed);
  writing += performance.now() - begin;
}
gc?.();
const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
say(`${runs} runs written in ${(writing / 1000).toFixed(2)} s`);
say(`heap ${megabytes(heapUsed)} MB, buffers ${megabytes(arrayBuffers)} MB, resident ${megabytes(rss)} MB`);

const page = (query: StoreQuery) => () => store.find(query, { order: 'desc', limit: 100 });
const every = (query: StoreQuery) => () => store.find(query, { order: 'desc' });
const slow = 'and(eq(name, "plan"), gt(latency, 0.7))';
say(`${''.padEnd(52)} ${'median'.padStart(9)} ${'first'.padStart(9)}`);
measure('newest 100', page({}));
measure('newest 100 with previews and light fields', () =>
  store
    .find({}, { order: 'desc', limit: 100 })
    .rows.map((row) => store.run(row, new Set(['inputs_preview', 'outputs_preview', 'feedback_stats']))),
);
measure(`${slow}, page`, page({ filter: filter(slow) }));
measure(`${slow}, all`, every({ filter: filter(slow) }));
measure('roots with errors, page', page({ isRoot: true, filter: filter('eq(status, "error")') }));
measure('trace_filter error, page', page({ traceFilter: filter('eq(status, "error")') }));
measure('trace_filter error, all', every({ traceFilter: filter('eq(status, "error")') }));
measure(
  'roots, tree_filter slow tool, page',
  page({ isRoot: true, treeFilter: filter('and(eq(run_type, "tool"), gt(latency, 0.8))') }),
);
measure(
  'roots, tree_filter slow tool, all',
  every({ isRoot: true, treeFilter: filter('and(eq(run_type, "tool"), gt(latency, 0.8))') }),
);
const pair = 'and(eq(metadata_key, "user_id"), eq(metadata_value, "user-17"))';
measure('metadata pair, page', page({ filter: filter(pair) }));
measure('metadata pair and error, page', page({ filter: filter(`and(${pair}, eq(status, "error"))`) }));
measure('metadata key absent, page', page({ filter: filter('neq(metadata_key, "thread_id")') }));
measure('tag, all', every({ filter: filter('has(tags, "beta")') }));
measure('gt(total_tokens, 1000), all', every({ filter: filter('gt(total_tokens, 1000)') }));
measure('search common, page', page({ filter: filter('search("refund")') }));
measure('search absent', page({ filter: filter('search("xylophone")') }), 3);
measure('search rare, all', every({ filter: filter('search("question 77 ")') }), 3);
measure('like(inputs, absent)', page({ filter: filter('like(inputs, "%xylophone%")') }), 3);
measure(
  'input_key and input_value, page',
  page({ filter: filter('and(eq(input_key, "question"), like(input_value, "%about my refund%"))') }),
  3,
);
measure('thread_id, page', page({ filter: filter('eq(thread_id, "thread-77")') }));
const all = store.find({}, { order: 'desc' }).rows;
measure('all rows', every({}));
measure('stats of all', () => store.stats(all), 3);
const roots = store.find({ isRoot: true }, { order: 'desc' }).rows;
measure('stats of roots', () => store.stats(roots), 3);
measure(
  'group by name and stats',
  () => [...store.groupRows(all, { attribute: 'name' }, 100).values()].map((rows) => store.stats(rows)),
  3,
);
measure('threads', () => store.threads({}), 3);
measure('metadata values', () => store.metadataValues({}, undefined, 10), 3);
