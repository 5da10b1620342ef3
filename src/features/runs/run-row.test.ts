import { expect, test } from 'vitest';
import type { Run } from '../../contract/run.ts';
import { joinedRows, knownKeys, rowOfRun, rowOfTrace } from './run-row.ts';

const run = (id: string, more: Partial<Run> = {}): Run => ({
  id,
  traceId: id,
  projectId: 'p',
  isRoot: true,
  name: id,
  runType: 'chain',
  status: 'success',
  startTime: 0,
  tags: [],
  feedback: {},
  ...more,
});

test('a trace shows the sums of the whole trace, and the root’s own where there are none', () => {
  const root = run('a', { totalTokens: 5, totalCost: 1 });
  expect(rowOfTrace({ root, totalTokens: 50 })).toMatchObject({ totalTokens: 50, totalCost: 1 });
});

test('a run that comes on two pages is one row, at its first place', () => {
  const pages = [{ rows: ['a', 'b'] }, { rows: ['b', 'c'] }].map(({ rows }) => ({
    rows: rows.map((id) => rowOfRun(run(id))),
  }));
  expect(joinedRows(pages).map((row) => row.run.id)).toEqual(['a', 'b', 'c']);
});

test('keys of metadata and feedback are collected once, sorted', () => {
  const stat = { n: 1, values: {}, comments: [] };
  const rows = [
    rowOfRun(run('a', { metadata: { z: 1, env: 'x' }, feedback: { ok: stat } })),
    rowOfRun(run('b', { metadata: { env: 'y' } })),
  ];
  expect(knownKeys(rows)).toEqual({ metadata: ['env', 'z'], feedback: ['ok'] });
});
