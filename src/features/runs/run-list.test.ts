import { expect, test } from 'vitest';
import type { Run } from '../../contract/run.ts';
import { runList } from './run-list.ts';
import { rowOfRun } from './run-row.ts';

const run = (id: string): Run => ({
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
});

/** "ab,c" = two pages of two rows and one. */
const pages = (text: string) =>
  text.split(',').map((ids) => ({ rows: Array.from(ids).map((id) => rowOfRun(run(id))) }));

test.each([
  ['ab,c', true, undefined, 'abc', true, undefined, 0],
  ['ab,c', false, undefined, 'abc', false, undefined, 0],
  ['abc', true, 2, 'ab', false, 2, 0],
  ['ab', true, 2, 'ab', false, 2, 0],
  // Exactly as many as wanted and nothing beyond: the limit took nothing away.
  ['ab', false, 2, 'ab', false, undefined, 0],
  ['a', true, 2, 'a', true, undefined, 0],
  [',,', true, undefined, '', true, undefined, 3],
  [',a,', true, undefined, 'a', true, undefined, 0],
  ['ab,ba', false, undefined, 'ab', false, undefined, 0],
])('pages %s, next %s, limit %s', (text, hasNext, limit, ids, hasMore, stoppedAt, emptyPages) => {
  const list = runList(pages(text), hasNext, limit);
  expect(list.rows.map((row) => row.run.id).join('')).toBe(ids);
  expect([list.hasMore, list.stoppedAt, list.emptyPages]).toEqual([hasMore, stoppedAt, emptyPages]);
});
