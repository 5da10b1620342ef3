import { describe, expect, test } from 'vitest';
import type { Run } from '../contract/run.ts';
import { drawRuns } from '../testing/draw-runs.ts';
import { buildRunTree, hasMark, mark, type RunTree } from './run-tree.ts';

const drawing = `
  agent chain 0-100
    plan chain 5-40
      model llm 6-30
      parse parser 31-39
    act tool 41-90
`;

/** The tree drawn again, marks as one letter each. */
function picture(tree: RunTree): string[] {
  const letters = Object.entries(mark);
  return tree.runs.map((run, node) => {
    const marks = letters.filter(([, bit]) => hasMark(tree, node, bit)).map(([name]) => ` ${name}`);
    return `${'  '.repeat(tree.depth[node]!)}${run.id}${marks.join('')}`;
  });
}

const without = (key: keyof Run, runs: readonly Run[]) =>
  runs.map(
    (run) => Object.fromEntries(Object.entries(run).filter(([name]) => name !== key)) as unknown as Run,
  );

const expected = ['agent', '  plan', '    model', '    parse', '  act'];

describe('the order of arrival does not matter', () => {
  const runs = drawRuns(drawing);
  test.each([
    ['tree order', runs],
    ['reversed', runs.toReversed()],
    ['children first', [runs[3]!, runs[2]!, runs[4]!, runs[1]!, runs[0]!]],
    ['without dotted_order', without('dottedOrder', runs).toReversed()],
    ['without parent ids', without('parentId', runs)],
  ])('%s', (_, list) => {
    expect(picture(buildRunTree('agent', list))).toEqual(expected);
  });
});

test('arrays describe the same tree', () => {
  const tree = buildRunTree('agent', drawRuns(drawing));
  expect([...tree.parent]).toEqual([-1, 0, 1, 1, 0]);
  expect([...tree.end]).toEqual([5, 4, 3, 4, 5]);
  expect([...tree.childCount]).toEqual([2, 2, 0, 0, 0]);
  expect(tree.nodeOf.get('parse')).toBe(3);
});

test('siblings in one millisecond go by dotted_order', () => {
  const runs = drawRuns(`
    root chain 0-9
      b tool 1-2
      a tool 1-2
  `);
  expect(picture(buildRunTree('root', runs))).toEqual(['root', '  a', '  b']);
});

test.each([
  [
    'a lost parent: the run hangs under the root',
    `
    root chain 0-9
      a tool 1-2
      b tool 3-4 parent=lost order=no`,
    ['root', '  a', '  b orphan'],
  ],
  [
    'a lost parent in the middle: the nearest known ancestor',
    `
    root chain 0-9
      a chain 1-8
        lost chain 2-7
          b tool 3-4`,
    ['root', '  a', '    b orphan'],
  ],
  [
    'two roots',
    `
    root chain 0-9
      a tool 1-2
    other chain 5-6 order=no`,
    ['root', '  a', '  other secondRoot'],
  ],
  [
    'a run that is its own parent',
    `
    root chain 0-9
      a tool 1-2 parent=a order=no`,
    ['root', '  a loop'],
  ],
  [
    'two runs that are each other’s parents, with a child',
    `
    root chain 0-9
      a tool 1-2 parent=b
      b tool 2-3 parent=a
        c tool 2-3`,
    ['root', '  a loop', '    b', '      c'],
  ],
])('%s', (_, text, lines) => {
  const runs = drawRuns(text).filter((run) => run.id !== 'lost');
  expect(picture(buildRunTree('root', runs))).toEqual(lines);
});

test('without a root a placeholder stands in and keeps the extent', () => {
  const runs = drawRuns(drawing).slice(1);
  const tree = buildRunTree('agent', runs);
  expect(picture(tree)).toEqual([
    'agent placeholder',
    '  plan orphan',
    '    model',
    '    parse',
    '  act orphan',
  ]);
  expect(tree.runs[0]).toMatchObject({
    id: 'agent',
    startTime: runs[0]!.startTime,
    endTime: runs[3]!.endTime,
  });
});

test('no runs at all still make a tree', () => {
  expect(picture(buildRunTree('t', []))).toEqual(['t placeholder']);
});

test('of two runs with one id the finished one stays, and the other is counted', () => {
  const runs = drawRuns(drawing);
  const { endTime: _, ...unfinished } = runs[2]!;
  const tree = buildRunTree('agent', [unfinished, ...runs, unfinished]);
  expect(picture(tree)).toEqual(expected);
  expect(tree.duplicates).toBe(2);
  expect(tree.runs[2]!.endTime).toBeDefined();
});

test('a chain of 50,000 runs does not overflow anything', () => {
  const runs = Array.from({ length: 50_000 }, (_, i): Run => ({
    ...drawRuns('run chain 0-1')[0]!,
    id: `r${i}`,
    isRoot: i === 0,
    ...(i === 0 ? {} : { parentId: `r${i - 1}` }),
  }));
  const tree = buildRunTree('r0', runs.toReversed());
  expect(tree.depth.at(-1)).toBe(49_999);
});
