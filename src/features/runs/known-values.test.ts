import { expect, test } from 'vitest';
import type { Run } from '../../contract/run.ts';
import { knownValuesOf } from './known-values.ts';
import { rowOfRun } from './run-row.ts';

const run = (name: string, tags: readonly string[]): Run => ({
  id: name,
  traceId: name,
  projectId: 'p',
  isRoot: true,
  name,
  runType: 'chain',
  status: 'success',
  startTime: 0,
  tags,
  feedback: { ok: { n: 1, values: { good: 1 }, comments: [] } },
});

const known = knownValuesOf(
  { env: ['prod', 'dev'], app: ['web'] },
  [
    { key: 'name', value: 'far', count: 9 },
    { key: 'tag', value: 'y', count: 5 },
    { key: 'status', value: 'error', count: 5 },
  ],
  [run('a', ['x']), run('b', ['y', 'x'])].map(rowOfRun),
);

test.each([
  ['names', undefined, ['far', 'a', 'b']],
  ['tags', undefined, ['y', 'x']],
  ['threads', undefined, []],
  ['feedback-keys', undefined, ['ok']],
  ['feedback-values', undefined, ['good']],
  ['metadata-keys', undefined, ['app', 'env']],
  ['metadata-values', 'env', ['prod', 'dev']],
  ['metadata-values', 'other', []],
  ['metadata-values', undefined, ['prod', 'dev', 'web']],
  ['input-keys', undefined, []],
] as const)('%s of %s', (source, key, values) => {
  expect(known(source, key)).toEqual(values);
});
