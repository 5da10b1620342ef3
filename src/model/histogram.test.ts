import { expect, test } from 'vitest';
import { drawRuns, epoch } from '../testing/draw-runs.ts';
import { bucketCoverage, coveredLength, coveredSpan, histogramOf } from './histogram.ts';
import type { CountedRun } from './run-numbers.ts';
import type { TimeBuckets } from './time-buckets.ts';

const rowsOf = (drawing: string): readonly CountedRun[] =>
  drawRuns(drawing).map((run) => ({ run, totalTokens: run.totalTokens, totalCost: run.totalCost }));

const buckets: TimeBuckets = { width: 1000, edges: [0, 1000, 2000, 3000].map((time) => epoch + time) };

const RUNS = `
  a chain 0-100 tokens=10 cost=0.5
    b llm 10-60 tokens=10 cost=0.5
  c chain 999-1500 status=error
  d tool 2000-
  late chain 3000-3001`;

test('every bucket has its numbers, empty ones too', () => {
  const bars = histogramOf(rowsOf(RUNS), buckets, true);
  expect(bars).toMatchObject([
    { count: 3, errors: 1, pending: 0, p50: 0.1, p99: 0.501, tokens: 10, cost: 0.5 },
    { count: 0, errors: 0, pending: 0 },
    { count: 1, errors: 0, pending: 1, p50: undefined, tokens: undefined },
  ]);
});

test('tokens of a run that hold those below it are added once, own ones each', () => {
  const total = (isSubtree: boolean) => histogramOf(rowsOf(RUNS), buckets, isSubtree)[0]!.tokens;
  expect([total(true), total(false)]).toEqual([10, 20]);
});

const span = { from: epoch, to: epoch + 3000 };

test.each([
  ['everything is loaded', 'desc', false, [0, 3000]],
  ['newest first, more to come', 'desc', true, [999, 3000]],
  ['oldest first, more to come', 'asc', true, [0, 999]],
] as const)('%s', (_, order, isCut, [from, to]) => {
  const rows = rowsOf(order === 'desc' ? 'x chain 2000-2001\ny chain 999-1000' : 'y chain 999-1000');
  expect(coveredSpan({ span, rows, order, isCut })).toEqual({ from: epoch + from, to: epoch + to });
});

test('no row and more to come covers nothing', () => {
  expect(coveredSpan({ span, rows: [], order: 'desc', isCut: true })).toBeUndefined();
});

test.each([
  [[], 0],
  [[[0, 3000]], 3000],
  [
    [
      [-500, 500],
      [400, 900],
      [2900, 9000],
    ],
    1000,
  ],
] as const)('%j covers %i ms', (parts, expected) => {
  const spans = parts.map(([from, to]) => ({ from: epoch + from, to: epoch + to }));
  expect(coveredLength(span, spans)).toBe(expected);
});

test('a bucket that sticks out is covered when its part of the span is', () => {
  const inner = { from: epoch + 500, to: epoch + 2500 };
  const parts = [{ from: epoch + 1500, to: epoch + 2500 }];
  expect(bucketCoverage(buckets, inner, parts)).toEqual(['none', 'part', 'all']);
});
