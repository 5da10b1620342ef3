/** WIRE §4 and §8: operations arrive late, early and twice; the store must not care. */
import { expect, test } from 'vitest';
import type { JsonObject } from '../../../contract/run.ts';
import { parse } from '../../../filter/parse.ts';
import { randomNumbers } from '../../../testing/random-numbers.ts';
import { createStore } from './create-store.ts';
import { printSegment } from './dotted-order.ts';
import type { Operation } from './merge-rule.ts';
import type { RunWrite, Store, StoredRun } from './types.ts';

type Step = readonly [Operation, RunWrite];

const EPOCH = Date.UTC(2026, 9, 5, 9);

/** One program: a tree of runs, created and updated in the ways the SDKs do it. */
function drawSteps(random: () => number): Step[] {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  const steps: Step[] = [];
  for (let trace = 0; trace < 12; trace++) {
    const isBare = trace % 4 === 3;
    const orders: string[] = [];
    for (let n = 0; n < 5; n++) {
      const id = `r${trace}-${n}`;
      const parent = n === 0 ? undefined : Math.floor(random() * n);
      const start = EPOCH + trace * 1000 + n * 3.001;
      orders.push(`${parent === undefined ? '' : `${orders[parent]}.`}${printSegment(start, id)}`);
      const place: JsonObject = isBare ? {} : { trace_id: `r${trace}-0`, dotted_order: orders[n]! };
      const link: JsonObject = parent === undefined ? {} : { parent_run_id: `r${trace}-${parent}` };
      const metadata: JsonObject = {
        env: pick(['a', 'b']),
        ...(n === 0 ? { thread_id: `t${trace % 3}` } : {}),
      };
      steps.push([
        'create',
        {
          id,
          session_id: `p${trace % 2}`,
          name: pick(['plan', 'act']),
          run_type: pick(['chain', 'llm']),
          start_time: start,
          inputs: { question: `q${n}` },
          // The Python SDK says "not known yet" like this.
          outputs: {},
          events: [],
          error: null,
          tags: ['t'],
          extra: { metadata, runtime: { sdk: 'x' } },
          ...place,
          ...link,
        },
      ]);
      if (n === 4) continue;
      const usage = { usage_metadata: { input_tokens: n + 1, output_tokens: 2, total_tokens: n + 3 } };
      steps.push([
        'update',
        {
          id,
          end_time: start + 500,
          outputs: { answer: `a${n}`, ...(n === 2 ? usage : {}) },
          events: [{ name: 'new_token', time: start + 20 }],
          error: n === 1 ? 'Boom' : null,
          extra: { metadata: { ...metadata, ...(n === 3 ? usage : {}) } },
          // An update may know better when the run began, and must not move others.
          ...(n === 0 && trace === 5 ? { start_time: start - 0.5 } : {}),
          ...(isBare ? {} : place),
          ...link,
        },
      ]);
      if (n === 1) steps.push(['update', { id, inputs: { question: 'restated' }, error: null }]);
    }
  }
  return steps;
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((item) => [random(), item] as const)
    .toSorted((a, b) => a[0] - b[0])
    .map(([, item]) => item);
}

interface Picture {
  readonly size: number;
  readonly runs: readonly StoredRun[];
  readonly trees: readonly (readonly string[])[];
  readonly found: readonly (readonly string[])[];
  readonly threads: readonly unknown[];
}

/** Everything that can be asked, without row numbers, which do depend on arrival. */
function picture(store: Store): Picture {
  const idsOf = (rows: readonly number[]) => rows.map((row) => store.keysetOf(row).id);
  const find = (filter: string) => idsOf(store.find({ filter: parse(filter).tree }, { order: 'asc' }).rows);
  const all = store.find({}, { order: 'desc' }).rows;
  return {
    size: store.size,
    runs: all.map((row) => store.run(row)),
    trees: Array.from({ length: 12 }, (_, trace) => idsOf(store.traceRows(`r${trace}-0`))),
    found: [
      find('eq(metadata_key, "usage_metadata.input_tokens")'),
      find('gt(total_tokens, 8)'),
      find('search("restated")'),
      find('eq(thread_id, "t1")'),
      find('has(tags, "t")'),
    ],
    threads: store.threads({}).map((thread) => ({ ...thread, rootRows: idsOf(thread.rootRows) })),
  };
}

function storeOf(steps: readonly Step[]): Store {
  const store = createStore();
  for (const [operation, run] of steps) store.write(operation, run);
  return store;
}

const steps = drawSteps(randomNumbers(7));
const inOrder = picture(storeOf(steps));

test('the picture has something to compare', () => {
  expect(inOrder.size).toBe(60);
  expect(inOrder.found.every((ids) => ids.length > 0)).toBe(true);
  expect(inOrder.runs.filter(({ status }) => status === 'error').length).toBe(12);
  expect(inOrder.runs.find(({ id }) => id === 'r0-0')?.subtree.total_tokens).toBeGreaterThan(0);
});

test.each(Array.from({ length: 60 }, (_, seed) => seed))(
  'shuffled and doubled, seed %i, gives the same store',
  (seed) => {
    const random = randomNumbers(seed);
    const doubled = [...steps, ...steps.filter(() => random() < 0.5)];
    expect(picture(storeOf(shuffled(doubled, random)))).toEqual(inOrder);
  },
);

test('reading between the operations changes nothing', () => {
  const random = randomNumbers(99);
  const store = createStore();
  for (const [operation, run] of shuffled(steps, random)) {
    store.write(operation, run);
    if (random() < 0.3) picture(store);
  }
  expect(picture(store)).toEqual(inOrder);
});
