import { expect, test } from 'vitest';
import type { RunQuery } from '../../contract/api.ts';
import { estimate } from './estimate.ts';
import { threadBatches } from './id-batches.ts';
import { remarksOf, tierRemarks } from './remarks.ts';
import { slicesOf, WIDEST } from './slices.ts';
import { tasksOf } from './tasks.ts';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 21);

test('slices cover the window without a hole and stay in the fast tier', () => {
  const from = NOW - 30 * DAY - 5;
  const slices = slicesOf({ from, to: NOW }, undefined, NOW);
  expect(slices.at(-1)!.from).toBe(from);
  for (const [index, slice] of slices.entries()) {
    expect(slice.to! - slice.from!).toBeLessThanOrEqual(WIDEST);
    expect(slice.to).toBe(index === 0 ? NOW : slices[index - 1]!.from);
  }
});

test.each([
  ['from the beginning of the project', NOW - 10 * DAY, 3],
  ['of a project that does not say when it began', undefined, 2],
  ['of a project from the future', NOW + 2 * DAY, 1],
])('a window without a lower end, %s, ends with one open slice', (_, since, count) => {
  const slices = slicesOf({}, since, NOW);
  expect(slices).toHaveLength(count);
  expect(slices.at(-1)!.from).toBeUndefined();
  expect(slices.at(-1)!.to).toBe(slices.at(-2)?.from ?? NOW + DAY);
});

test('an exact week is one slice', () => {
  expect(slicesOf({ from: NOW - WIDEST, to: NOW }, undefined, NOW)).toEqual([
    { from: NOW - WIDEST, to: NOW },
  ]);
});

const question = (query: Partial<RunQuery>) =>
  ({
    kind: 'question',
    query: { projectIds: ['p'], window: { from: NOW - DAY, to: NOW }, ...query },
  }) as const;
const window = { from: NOW - DAY, to: NOW };

test.each([
  ['runs as they are asked', 'runs', { filter: 'F', isRoot: true }, { filter: 'F', isRoot: true }],
  [
    'tools of traces whose root is meant',
    'traces',
    { filter: 'F', isRoot: true, error: true, traceFilter: 'T' },
    { runType: 'tool', traceFilter: 'and(T, and(F, eq(status, "error")))' },
  ],
  ['tools of traces with some such run', 'traces', { filter: 'F' }, { runType: 'tool', treeFilter: 'F' }],
  [
    'retrievers',
    'retrievers',
    { traceFilter: 'T', treeFilter: 'A' },
    { runType: 'retriever', traceFilter: 'T', treeFilter: 'A' },
  ],
  [
    'roots of conversations with some such run',
    'conversations',
    { filter: 'F' },
    { isRoot: true, treeFilter: 'F' },
  ],
] as const)('%s', (_, kind, query, asked) => {
  const tasks = tasksOf(kind, question(query), undefined, NOW);
  expect(tasks.map((task) => task.query)).toEqual([{ projectIds: ['p'], window, ...asked }]);
  expect(tasks[0]!.finds).toBe(kind === 'conversations' ? 'threads' : undefined);
});

test('a selection goes by ids, a hundred at a time; tools of it by the traces', () => {
  const ids = Array.from({ length: 150 }, (_, index) => `r${index}`);
  const source = { kind: 'selection', projectIds: ['p'], runIds: ids, traceIds: ['t', 't'] } as const;
  expect(tasksOf('runs', source, undefined, NOW).map(({ query }) => query.runIds?.length)).toEqual([100, 50]);
  expect(tasksOf('traces', source, undefined, NOW)).toEqual([
    { query: { projectIds: ['p'], window: {}, runType: 'tool', filter: 'in(trace_id, ["t"])' } },
  ]);
});

test('many threads are several questions, none of them too long', () => {
  const ids = Array.from({ length: 120 }, (_, index) => `thread "${index}"`);
  expect(threadBatches(ids).flat()).toEqual(ids);
  expect(threadBatches(ids).length).toBe(3);
  expect(threadBatches(['x'.repeat(9000), 'y'])).toHaveLength(2);
  expect(threadBatches([])).toEqual([]);
});

test('a conversation of a thread is its roots', () => {
  const source = { kind: 'thread', projectIds: ['p'], threadId: 'a"b' } as const;
  expect(tasksOf('conversations', source, undefined, NOW)).toEqual([
    { query: { projectIds: ['p'], window: {}, isRoot: true, threadIds: ['a"b'] } },
  ]);
});

const sampled = {
  looked: 10,
  groups: 10,
  parts: 10,
  rows: 10,
  bytes: 5000,
  isAll: false,
  milliseconds: 100,
};

test('requests and seconds follow from the count and the limit', () => {
  const tasks = tasksOf('runs', question({}), undefined, NOW);
  const input = { kind: 'runs', tasks, pageSize: 100, partPageSize: 100, count: 2000, sampled } as const;
  expect(estimate({ ...input, pace: { count: 10, seconds: 10 } })).toEqual({
    parts: 2000,
    rows: 2000,
    requests: 20,
    seconds: 10,
    bytes: 1_000_000,
  });
  expect(estimate(input).seconds).toBe(2);
  expect(estimate({ ...input, count: undefined })).toEqual({});
  expect(estimate({ ...input, sampled: { ...sampled, isAll: true } })).toMatchObject({
    rows: 10,
    requests: 1,
  });
});

test.each([
  [
    'tools by the trace, roots a hundred at a time',
    'traces',
    {},
    { looked: 100, groups: 60, parts: 20, rows: 5 },
    { parts: 2000, rows: 500, requests: 25 },
  ],
  [
    'a limit of traces reads no further than it must',
    'traces',
    { limit: 50 },
    { looked: 100, groups: 25, parts: 20, rows: 5 },
    { parts: 200, rows: 50, requests: 5 },
  ],
  [
    'threads that are found and then read',
    'conversations',
    { from: NOW - DAY },
    { looked: 100, groups: 50, parts: 15, rows: 5 },
    { parts: 3000, rows: 1000, requests: 50 },
  ],
  [
    'feedback as the statistics count it',
    'feedback',
    { feedback: 64 },
    { looked: 250, groups: 0, parts: 250, rows: 0, bytes: 0 },
    { parts: 2000, rows: 64, requests: 30, bytes: undefined },
  ],
  [
    'a look that found nothing promises no size',
    'retrievers',
    {},
    { looked: 0, groups: 0, parts: 0, rows: 0, bytes: 0 },
    { parts: 2000, rows: undefined, requests: 20, bytes: undefined },
  ],
] as const)('%s', (_, kind, change, look, expected) => {
  const { limit, feedback } = { limit: undefined, feedback: undefined, ...change };
  const source = { ...question({}), ...(limit === undefined ? {} : { limit }) };
  const found = estimate({
    kind,
    tasks: tasksOf(kind, source, undefined, NOW),
    limit,
    feedback,
    pageSize: 100,
    partPageSize: 100,
    count: 2000,
    sampled: { ...sampled, ...look },
  });
  const { parts, rows, requests, bytes } = found;
  expect({ parts, rows, requests, bytes }).toMatchObject(expected);
});

test.each([
  ['runs of the traces view', 'runs', { isRoot: true }, /Only the root run/],
  ['feedback of the traces view', 'feedback', { isRoot: true }, /Only feedback of the root runs/],
  ['conversations with a filter', 'conversations', { filter: 'F' }, /read whole/],
  ['conversations of a window without an end', 'conversations', { window: { from: NOW } }, /read whole/],
  ['all conversations', 'conversations', { window: {}, isRoot: true }, /^$/],
  ['tools in a window', 'traces', {}, /^Only tool runs that started in the window/],
  ['runs of the runs view', 'runs', {}, /^$/],
] as const)('%s: what the file will not be is said', (_, kind, query, said) => {
  const remarks = remarksOf({ kind, source: question(query) });
  expect(remarks.join()).toMatch(said);
  expect(remarks).toHaveLength(remarks.join() === '' ? 0 : 1);
});

test('a slice without a lower end is said', () => {
  expect(tierRemarks(tasksOf('runs', question({ window: {} }), NOW - DAY, NOW))).toHaveLength(1);
  expect(tierRemarks(tasksOf('runs', question({}), NOW - DAY, NOW))).toEqual([]);
});
