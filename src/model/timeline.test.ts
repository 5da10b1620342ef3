import { describe, expect, test } from 'vitest';
import { drawRuns, epoch } from '../testing/draw-runs.ts';
import { criticalPath } from './critical-path.ts';
import { buildRunTree } from './run-tree.ts';
import { timeTicks } from './time-ticks.ts';
import { barOf, skewOf, spanAround, timelineOf, wholeSpan } from './timeline.ts';

const treeOf = (drawing: string) => buildRunTree('root', drawRuns(drawing));
const muchLater = epoch + 40 * 86_400_000;

const finished = treeOf(`
  root chain 10-110
    a tool 20-60
    early tool 0-30
    late tool 50-210
    zero tool 70-70
`);

test('the extent covers children that stick out of the root', () => {
  const timeline = timelineOf(finished, muchLater);
  expect(timeline).toMatchObject({ origin: epoch, duration: 210, isLive: false });
  const node = finished.nodeOf.get('a')!;
  expect(barOf(timeline, node, wholeSpan(timeline))).toEqual({ from: 20 / 210, to: 60 / 210 });
});

test.each([
  ['a', undefined],
  ['early', { startsBefore: 10, endsAfter: 0 }],
  ['late', { startsBefore: 0, endsAfter: 100 }],
  ['root', undefined],
])('skew of %s', (id, skew) => {
  expect(skewOf(finished, finished.nodeOf.get(id)!)).toEqual(skew);
});

describe('unfinished runs', () => {
  const open = treeOf(`
    root chain 0-
      a tool 10-50
      b tool 60-
  `);
  test('end with what is known when the trace is dead', () => {
    const timeline = timelineOf(open, muchLater);
    expect(timeline).toMatchObject({ duration: 60, isLive: false });
    expect([...timeline.ends]).toEqual([60, 50, 60]);
  });
  test('reach the present while the trace is alive', () => {
    expect(timelineOf(open, epoch + 5000)).toMatchObject({ duration: 5000, isLive: true });
  });
});

test('a zoomed span stays inside the extent', () => {
  const timeline = timelineOf(finished, muchLater);
  expect(spanAround(timeline, finished.nodeOf.get('root')!)).toEqual({ from: 5, to: 115 });
  expect(spanAround(timeline, finished.nodeOf.get('early')!)).toEqual({ from: 0, to: 31.5 });
});

test('a trace without duration can still be drawn', () => {
  const timeline = timelineOf(treeOf('root chain 5-5'), muchLater);
  expect(barOf(timeline, 0, wholeSpan(timeline))).toEqual({ from: 0, to: 0 });
});

test.each([
  [100, 5, [0, 20, 40, 60, 80, 100]],
  [7, 4, [0, 2, 4, 6]],
  [0.8, 4, [0, 0.2, 0.4, 0.6000000000000001, 0.8]],
  [95_000, 4, [0, 60_000]],
  [600_000, 5, [0, 120_000, 240_000, 360_000, 480_000, 600_000]],
  [86_400_000 * 3, 3, [0, 86_400_000, 172_800_000, 259_200_000]],
])('ticks over %d ms, at most %i', (width, count, ticks) => {
  expect(timeTicks({ from: 0, to: width }, count)).toEqual(ticks);
});

test('no ticks for an empty span', () => {
  expect(timeTicks({ from: 3, to: 3 }, 5)).toEqual([]);
});

test('the critical path is what the end waited for', () => {
  const tree = treeOf(`
    root chain 0-100
      slow chain 0-60
        inner llm 10-59
      beside tool 5-50
      last tool 61-99
        detail llm 62-98
  `);
  const path = criticalPath(tree, timelineOf(tree, muchLater));
  const ids = tree.runs.filter((_, node) => path[node] === 1).map((run) => run.id);
  expect(ids).toEqual(['root', 'slow', 'inner', 'last', 'detail']);
});
