import { describe, expect, test } from 'vitest';
import type { RunStats } from '../../../contract/api.ts';
import type { RunGroup } from '../../../model/group-runs.ts';
import { legendOf } from './chart-legend.ts';
import { factsOf, numbersInWords, shapeOf } from './chart-metric.ts';
import { readStored } from './chart-preferences.ts';
import { askLabel, sourceSentence } from './chart-source.ts';
import { axisTicks, bucketsOf, MOST_BARS, spanOf, widthInWords } from './chart-span.ts';
import { facetDifferences } from './facet-differences.ts';
import { groupsSentence, sortedGroups } from './group-rows.ts';
import { numbersOf } from './use-bucket-numbers.ts';

const HOUR = 3_600_000;

describe('the legend names what is drawn', () => {
  const legend = (
    numbers: Parameters<typeof shapeOf>[0],
    metric: Parameters<typeof shapeOf>[1],
    coverage = 'all',
  ) =>
    legendOf(
      [{ id: '', title: '', facts: [], coverage: coverage as 'all', ...shapeOf(numbers, metric) }],
      metric,
    ).map(({ text }) => text);
  test.each([
    [{ count: 3, errors: 1, pending: 1 }, 'count', ['errors', 'without error', 'pending']],
    [{ count: 3, errors: 0 }, 'count', []],
    [{ count: 3, p50: 1, p95: 2, p99: 3 }, 'latency', ['p50 to p99, lines at p50 and p95']],
    [{ count: 3, p50: 1, p99: 3 }, 'latency', ['p50 to p99, line at p50']],
    [{ count: 3, tokens: 9 }, 'tokens', []],
  ] as const)('%j as %s', (numbers, metric, expected) => expect(legend(numbers, metric)).toEqual(expected));

  test('and where not all is known', () => {
    expect(legend({ count: 3 }, 'count', 'part')).toEqual(['not all loaded']);
  });
});

describe('the span', () => {
  test.each([
    ['of a window', { from: 0, to: HOUR }, [], { from: 0, to: HOUR }],
    ['of an open window reaches to now', { from: 0 }, [5], { from: 0, to: 2 * HOUR + 1 }],
    ['of all time is that of the runs', {}, [HOUR, 5], { from: 5, to: HOUR + 1 }],
    ['of nothing is none', {}, [], undefined],
  ] as const)('%s', (_what, window, starts, expected) => {
    expect(spanOf(window, starts, 2 * HOUR)).toEqual(expected);
  });

  test('is cut into no more bars than are asked for, and all of it is in them', () => {
    for (const length of [1000, HOUR, 30 * HOUR, 1000 * HOUR]) {
      const span = { from: 1_700_000_000_123, to: 1_700_000_000_123 + length };
      const buckets = bucketsOf(span);
      expect(buckets.edges.length - 1).toBeLessThanOrEqual(MOST_BARS);
      expect(buckets.edges[0]!).toBeLessThanOrEqual(span.from);
      expect(buckets.edges.at(-1)!).toBeGreaterThanOrEqual(span.to);
      expect(axisTicks(buckets).length).toBeLessThanOrEqual(8);
    }
  });

  test.each([
    [1000, '1 second'],
    [15 * 60_000, '15 minutes'],
    [24 * HOUR, '1 day'],
  ])('%i is %s', (width, words) => expect(widthInWords(width)).toBe(words));
});

test('statistics become numbers, and what was not said stays unknown', () => {
  const stats = {
    runCount: 10,
    errorRate: 0.2,
    feedback: {},
    facets: [{ key: 'status', value: 'pending', count: 3 }],
  };
  expect(numbersOf(stats)).toEqual({ count: 10, errors: 2, pending: 3 });
  expect(numbersOf({ feedback: {}, facets: [] })).toEqual({ count: 0 });
  expect(numbersInWords({ count: 1 }).map(({ value }) => value)).toEqual([
    '1',
    ...Array<string>(7).fill('–'),
  ]);
});

test('a bar of counts has each run once; one of latencies reaches from the median to the 99th percentile', () => {
  expect(shapeOf({ count: 10, errors: 2, pending: 3 }, 'count').parts).toEqual([
    { tone: 'danger', value: 2 },
    { tone: 'plain', value: 5 },
    { tone: 'waiting', value: 3 },
  ]);
  expect(shapeOf({ count: 1, p50: 1, p95: 2, p99: 4 }, 'latency')).toEqual({
    base: 1,
    parts: [{ tone: 'plain', value: 3 }],
    marks: [1, 2],
  });
});

test.each([
  [{ count: 3, errors: 0 }, 'count', ['3 runs']],
  [{ count: 1, errors: 1 }, 'count', ['1 run', '1 error']],
  [{ count: 1, p50: 1, p99: 2 }, 'latency', ['p50 1.00 s', 'p99 2.00 s']],
  [{ count: 1 }, 'latency', ['latency not known']],
] as const)('%j as %s in words', (numbers, metric, facts) => {
  expect(factsOf(numbers, metric)).toEqual(facts);
});

test('it is said what is in no group, and where groups overlap', () => {
  const all = { kind: 'all', isServer: true, most: undefined, view: 'traces', without: 0 } as const;
  expect(groupsSentence(all)).toBe('Counted by the server over all matches.');
  expect(groupsSentence({ ...all, without: 150 })).toMatch(/150 without such a value/);
  expect(groupsSentence({ ...all, view: 'runs', most: 50 })).toMatch(/largest 50 groups.*below it/);
  expect(groupsSentence({ kind: 'loaded', rowCount: 9, view: 'runs', without: 0 })).toBe(
    'From 9 loaded rows.',
  );
});

test('it is said who counted, and what it would cost to count all', () => {
  expect(askLabel(48, { count: 1, seconds: 10 })).toBe('Count on the server (48 requests, about 8 min)');
  expect(askLabel(10, undefined)).toBe('Count on the server (10 requests)');
  const source = { counted: 'loaded', isServer: true, rowCount: 200, coverage: [], isCut: false } as const;
  expect(sourceSentence({ ...source, coverage: ['all', 'part', 'none'] })).toMatch(/2 of 3 bars/);
  expect(sourceSentence({ ...source, counted: 'all' })).toBe('Counted by the server over all matches.');
  expect(sourceSentence({ ...source, counted: 'all', isCut: true })).toMatch(
    /from the oldest loaded row on\. Older/,
  );
  expect(sourceSentence({ ...source, isCut: true })).not.toMatch(/all there are/);
});

describe('differences', () => {
  const stats = (runCount: number, facets: RunStats['facets']): RunStats => ({
    runCount,
    feedback: {},
    facets,
  });
  test('are counted against the others, not against all', () => {
    const inside = stats(10, [{ key: 'name', value: 'a', count: 9, query: 'eq(name, "a")' }]);
    const whole = stats(100, [{ key: 'name', value: 'a', count: 12 }]);
    expect(facetDifferences(inside, whole)).toEqual({
      inside: 10,
      outside: 90,
      values: [{ by: { kind: 'name' }, value: 'a', clause: 'eq(name, "a")', inside: 9, outside: 3 }],
    });
  });

  test('of a value that is not among the most frequent of all take the most it can have', () => {
    const inside = stats(10, [{ key: 'metadata.env', value: 'x', count: 4 }]);
    const whole = stats(100, [{ key: 'metadata.other', value: 'y', count: 7 }]);
    expect(facetDifferences(inside, whole).values[0]).toMatchObject({ outside: 3 });
  });
});

test('groups are sorted by any number, the unknown last', () => {
  const group = (value: string, cost: number | undefined): RunGroup => ({
    value,
    raw: value,
    numbers: { count: 1, cost },
  });
  const groups = [group('a', undefined), group('b', 1), group('c', 2)];
  const order = (isAscending: boolean) =>
    sortedGroups(groups, { column: 'cost', isAscending }).map(({ value }) => value);
  expect(order(false)).toEqual(['c', 'b', 'a']);
  expect(order(true)).toEqual(['b', 'c', 'a']);
});

test.each([
  [undefined, {}],
  [{ isOpen: 'yes', metric: 'speed', isTable: true }, { isTable: true }],
  [
    { isOpen: true, metric: 'cost' },
    { isOpen: true, metric: 'cost' },
  ],
])('stored %o is read as %o', (stored, expected) => expect(readStored(stored)).toEqual(expected));
