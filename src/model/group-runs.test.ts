import { expect, test } from 'vitest';
import { drawRuns } from '../testing/draw-runs.ts';
import { groupableKeys, groupRuns } from './group-runs.ts';
import type { ValueKind } from './run-values.ts';

const metadata = { a: { model: 'x', tier: 1 }, b: { model: 'x', tier: 2 }, c: {} } as const;
const runs = drawRuns(`
  a llm 0-100 tags=new,hot tokens=10
  b llm 0-300 status=error tags=hot tokens=30
  c tool 0-`).map((run) => ({ ...run, metadata: { ...metadata[run.id as keyof typeof metadata] } }));
const rows = runs.map((run) => ({ run, totalTokens: run.totalTokens }));

test.each<[ValueKind, readonly (readonly [string, number])[], number]>([
  [
    { kind: 'run_type' },
    [
      ['llm', 2],
      ['tool', 1],
    ],
    0,
  ],
  [
    { kind: 'tag' },
    [
      ['hot', 2],
      ['new', 1],
    ],
    1,
  ],
  [{ kind: 'metadata', key: 'model' }, [['x', 2]], 1],
  [{ kind: 'metadata', key: 'nothing' }, [], 3],
])('by %j', (by, expected, without) => {
  const found = groupRuns(rows, by, true);
  expect(found.groups.map(({ value, numbers }) => [value, numbers.count])).toEqual(expected);
  expect(found.without).toBe(without);
});

test('a group has its numbers, and its value as it stands in the run', () => {
  expect(groupRuns(rows, { kind: 'run_type' }, true).groups[0]).toMatchObject({
    raw: 'llm',
    numbers: { count: 2, errors: 1, pending: 0, p50: 0.3, tokens: 40 },
  });
  const tiers = groupRuns(rows, { kind: 'metadata', key: 'tier' }, true).groups;
  expect(tiers.map(({ raw }) => raw)).toEqual([1, 2]);
});

test('keys with values to group by', () => {
  expect(groupableKeys(runs)).toEqual(['model', 'tier']);
});
